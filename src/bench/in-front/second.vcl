# Varnish in front, keeping the latest state for a second: then one reader's request asks the service with If-None-Match. A
# publication is seen a second later at the latest.
vcl 4.1;

backend tradeoff {
    .host = "127.0.0.1";
    .port = "@service@";
}

sub vcl_recv {
    if (req.http.Authorization) {
        return (pass);
    }
}

sub vcl_backend_response {
    if (beresp.status == 200 && beresp.http.Cache-Control ~ "public" && beresp.http.ETag) {
        if (beresp.http.Cache-Control ~ "no-cache") {
            set beresp.ttl = 1s;
        }
        set beresp.grace = 0s;
        set beresp.keep = 1d;
        return (deliver);
    }
}

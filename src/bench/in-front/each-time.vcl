# Varnish in front, as "Cache-Control: no-cache" means it: each answer is kept, and asked after with If-None-Match before it is
# used again. The service answers 304 without a body. A publication is seen at once.
vcl 4.1;

backend tradeoff {
    .host = "127.0.0.1";
    .port = "@service@";
}

sub vcl_recv {
    if (req.http.Authorization) {
        return (pass);
    }
    # Readers of the same do not wait for one another: each has its own asked after.
    set req.hash_ignore_busy = true;
}

sub vcl_backend_response {
    if (beresp.status == 200 && beresp.http.Cache-Control ~ "public" && beresp.http.ETag) {
        if (beresp.http.Cache-Control ~ "no-cache") {
            # What lives for no time at all, Varnish does not ask after but fetches anew.
            set beresp.ttl = 1ms;
        }
        set beresp.grace = 0s;
        set beresp.keep = 1d;
        return (deliver);
    }
}

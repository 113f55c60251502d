-- For wrk: sends the requests of a file in turn, one a line: method, path, body, with tabs between.
-- "@new@" in a line becomes another word each time, "@random@" another number from 0.001 to 100.
local name = os.getenv("BENCH_REQUESTS")
local run = os.getenv("BENCH_RUN")
local token = os.getenv("BENCH_TOKEN")

local prepared, made, position, count = {}, {}, 0, 0

local function headers(body)
  local fields = { ["Host"] = "localhost" }
  if body ~= "" then fields["Content-Type"] = "application/json" end
  if token then fields["Authorization"] = "Bearer " .. token end
  return fields
end

local function random() return math.random(1, 100000) / 1000 end

function init()
  math.randomseed(tonumber(run))
  for line in io.lines(name) do
    local method, path, body = line:match("^([^\t]*)\t([^\t]*)\t(.*)$")
    local each = { method = method, path = path, body = body, headers = headers(body) }
    if line:find("@", 1, true) then
      made[#made + 1] = each
    else
      prepared[#prepared + 1] = wrk.format(method, path, each.headers, body ~= "" and body or nil)
    end
  end
  count = #prepared + #made
  position = math.random(count)
end

local number = 0
local function fresh(each)
  number = number + 1
  local path = each.path:gsub("@new@", run .. "-" .. number)
  local body = each.body:gsub("@random@", random)
  return wrk.format(each.method, path, each.headers, body)
end

function request()
  position = position % count + 1
  return prepared[position] or fresh(made[position])
end

function done(summary, latency)
  io.write(string.format(
    '\n{"requests": %d, "seconds": %.6f, "refused": %d, "broken": %d, "p50": %.1f, "p99": %.1f, "max": %.1f}\n',
    summary.requests, summary.duration / 1e6, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end

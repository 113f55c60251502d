import json, os, urllib.error, urllib.request

url = os.environ.get("TRADEOFF", "http://localhost:8080") + "/api/v1/comparisons/nodejs-vs-python-backend/tailored-recommendation"
asked = {"useCases": ["real-time-applications"], "experience": {"nodejs": "good"}}
request = urllib.request.Request(url, json.dumps(asked).encode(), {"Content-Type": "application/json"})
try:
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
except urllib.error.HTTPError as problem:
    raise SystemExit(json.load(problem)["detail"])
print(f"{answer['winner']} ({answer['verdict']}), from {len(answer['evidence']['claims'])} claims")

"""Registers a run from its start to its end, as the control system, readout and trigger do.

usage: python3 register_run.py [URL] [RUN_NUMBER]

A message that was not answered, or answered UNAVAILABLE, is sent again: every message may arrive twice and late.
Needs Python 3.8 and nothing else.
"""

import json
import sys
import time
import urllib.error
import urllib.request

URL = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:5081/graphql"
RUN = int(sys.argv[2]) if len(sys.argv) > 2 else 600001
ATTEMPTS = 8
ERRORS = "errors { ... on Error { code message } }"


class Refused(Exception):
    """The logbook said no: the message is wrong, and sending it again would not help."""


def post(document, variables):
    """Sends a request until it is answered, and gives its data."""
    body = json.dumps({"query": document, "variables": variables}).encode()
    for attempt in range(1, ATTEMPTS + 1):
        wait = min(0.2 * 2 ** attempt, 5)
        try:
            request = urllib.request.Request(URL, body, {"Content-Type": "application/json"})
            with urllib.request.urlopen(request, timeout=10) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            answer = json.load(error) if error.code < 500 else {"errors": [{"extensions": {"code": "UNAVAILABLE"}}]}
        except OSError:
            answer = {"errors": [{"extensions": {"code": "UNAVAILABLE"}}]}
        errors = answer.get("errors")
        if not errors:
            return answer["data"]
        extensions = errors[0].get("extensions", {})
        if extensions.get("code") != "UNAVAILABLE":
            raise Refused(errors[0]["message"])
        if attempt < ATTEMPTS:
            time.sleep(extensions.get("retryAfter", wait))
    raise ConnectionError(f"{URL} did not answer {ATTEMPTS} times")


def mutate(name, message, selection=""):
    """Carries out a mutation, or raises what was refused."""
    type_name = name[0].upper() + name[1:] + "Input"
    document = f"mutation($input: {type_name}!) {{ {name}(input: $input) {{ {selection} {ERRORS} }} }}"
    payload = post(document, {"input": message})[name]
    for result in [payload, *(payload.get("results") or [])]:
        for error in result["errors"] or []:
            raise Refused(f"{name}: {error['code']}: {error['message']}")
    return payload


def main():
    environment = f"example-{RUN}"
    mutate("recordEnvironmentStatus", {
        "environmentId": environment, "status": "RUNNING", "timestamp": "2022-10-23T09:45:00Z",
        "configuration": {"detectors": '["ITS","FT0"]', "run_type": "PHYSICS", "dcs_enabled": "true", "trg_enabled": "true"},
    })
    mutate("startRun", {
        "runNumber": RUN, "environmentId": environment, "timeO2Start": "2022-10-23T09:50:00Z",
        "user": {"externalId": 456, "name": "Jan Jansen"},
    })
    mutate("setRunTriggerTimes", {"runNumber": RUN, "timeTrgStart": "2022-10-23T09:51:00Z"})
    nodes = [{"runNumber": RUN, "name": f"FLP-{i}", "hostname": f"flp{i:03}"} for i in range(1, 4)]
    mutate("registerFlpRoles", {"items": nodes}, "results { " + ERRORS + " }")
    counters = [{"runNumber": RUN, "name": node["name"], "timeframeCount": 9000, "bytesEquipmentReadOut": 54000000000} for node in nodes]
    mutate("updateFlpCounters", {"items": counters}, "results { " + ERRORS + " }")
    mutate("recordTriggerCounters", {"items": [{
        "runNumber": RUN, "className": "CMTVX-NONE-NOPF-CRU", "timestamp": "2022-10-23T10:00:00Z",
        "lmb": 18446744073709551615, "lma": 8000000, "l0b": 700, "l0a": 600, "l1b": 50, "l1a": 40,
    }]}, "results { " + ERRORS + " }")
    mutate("setRunTriggerTimes", {"runNumber": RUN, "timeTrgEnd": "2022-10-23T10:05:00Z"})
    run = mutate("endRun", {"runNumber": RUN, "timeO2End": "2022-10-23T10:06:00Z"}, "run { runNumber duration flpRoles { totalCount } }")["run"]
    print(f"run {run['runNumber']} lasted {run['duration']} and had {run['flpRoles']['totalCount']} readout nodes")


try:
    main()
except (Refused, ConnectionError) as failure:
    sys.exit(str(failure))

// Registers a run from its start to its end, as the control system, readout and trigger do.
//
// usage: go run register_run.go [URL] [RUN_NUMBER]
//
// A message that was not answered, or answered UNAVAILABLE, is sent again: every message may arrive twice and late.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const attempts = 8

const selectErrors = "errors { ... on Error { code message } }"

var (
	url    = "http://localhost:5081/graphql"
	run    = 600001
	client = &http.Client{Timeout: 10 * time.Second}
)

type object map[string]any

type answer struct {
	Data   map[string]json.RawMessage `json:"data"`
	Errors []struct {
		Message    string `json:"message"`
		Extensions struct {
			Code       string  `json:"code"`
			RetryAfter float64 `json:"retryAfter"`
		} `json:"extensions"`
	} `json:"errors"`
}

type refusal struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

type payload struct {
	Run struct {
		RunNumber int    `json:"runNumber"`
		Duration  string `json:"duration"`
		FlpRoles  struct {
			TotalCount int `json:"totalCount"`
		} `json:"flpRoles"`
	} `json:"run"`
	Errors  []refusal `json:"errors"`
	Results []struct {
		Errors []refusal `json:"errors"`
	} `json:"results"`
}

var errNoAnswer = errors.New("no answer")

// try sends a request once.
func try(body []byte) (*answer, error) {
	response, err := client.Post(url, "application/json", bytes.NewReader(body))
	if err != nil || response.StatusCode >= 500 {
		if err == nil {
			response.Body.Close()
		}
		return nil, errNoAnswer
	}
	defer response.Body.Close()
	var result answer
	if json.NewDecoder(response.Body).Decode(&result) != nil {
		return nil, errNoAnswer
	}
	return &result, nil
}

// post sends a request until it is answered.
func post(document string, variables object) (map[string]json.RawMessage, error) {
	body, err := json.Marshal(object{"query": document, "variables": variables})
	if err != nil {
		return nil, err
	}
	for attempt := 1; attempt <= attempts; attempt++ {
		wait := 200 * time.Millisecond << attempt
		if wait > 5*time.Second {
			wait = 5 * time.Second
		}
		result, err := try(body)
		if err == nil && len(result.Errors) == 0 {
			return result.Data, nil
		}
		if err == nil {
			first := result.Errors[0]
			if first.Extensions.Code != "UNAVAILABLE" {
				return nil, errors.New(first.Message)
			}
			if first.Extensions.RetryAfter > 0 {
				wait = time.Duration(first.Extensions.RetryAfter * float64(time.Second))
			}
		}
		if attempt < attempts {
			time.Sleep(wait)
		}
	}
	return nil, fmt.Errorf("%s did not answer %d times", url, attempts)
}

// mutate carries out a mutation, or gives the first reason why it was refused.
func mutate(name string, input object, selection string) (*payload, error) {
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input"
	document := fmt.Sprintf("mutation($input: %s!) { %s(input: $input) { %s %s } }", inputType, name, selection, selectErrors)
	data, err := post(document, object{"input": input})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var result payload
	if err := json.Unmarshal(data[name], &result); err != nil {
		return nil, err
	}
	refused := result.Errors
	for _, item := range result.Results {
		refused = append(refused, item.Errors...)
	}
	if len(refused) > 0 {
		return nil, fmt.Errorf("%s: %s: %s", name, refused[0].Code, refused[0].Message)
	}
	return &result, nil
}

func register() error {
	environment := fmt.Sprintf("example-%d", run)
	var nodes, counters []object
	for i := 1; i <= 3; i++ {
		name := fmt.Sprintf("FLP-%d", i)
		nodes = append(nodes, object{"runNumber": run, "name": name, "hostname": fmt.Sprintf("flp%03d", i)})
		counters = append(counters, object{"runNumber": run, "name": name, "timeframeCount": 9000, "bytesEquipmentReadOut": 54000000000})
	}
	trigger := object{
		"runNumber": run, "className": "CMTVX-NONE-NOPF-CRU", "timestamp": "2022-10-23T10:00:00Z",
		"lmb": uint64(18446744073709551615), "lma": 8000000, "l0b": 700, "l0a": 600, "l1b": 50, "l1a": 40,
	}
	const results = "results { " + selectErrors + " }"
	messages := []struct {
		name      string
		input     object
		selection string
	}{
		{"recordEnvironmentStatus", object{
			"environmentId": environment, "status": "RUNNING", "timestamp": "2022-10-23T09:45:00Z",
			"configuration": object{"detectors": `["ITS","FT0"]`, "run_type": "PHYSICS", "dcs_enabled": "true", "trg_enabled": "true"},
		}, ""},
		{"startRun", object{
			"runNumber": run, "environmentId": environment, "timeO2Start": "2022-10-23T09:50:00Z",
			"user": object{"externalId": 456, "name": "Jan Jansen"},
		}, ""},
		{"setRunTriggerTimes", object{"runNumber": run, "timeTrgStart": "2022-10-23T09:51:00Z"}, ""},
		{"registerFlpRoles", object{"items": nodes}, results},
		{"updateFlpCounters", object{"items": counters}, results},
		{"recordTriggerCounters", object{"items": []object{trigger}}, results},
		{"setRunTriggerTimes", object{"runNumber": run, "timeTrgEnd": "2022-10-23T10:05:00Z"}, ""},
		{"endRun", object{"runNumber": run, "timeO2End": "2022-10-23T10:06:00Z"}, "run { runNumber duration flpRoles { totalCount } }"},
	}
	var last *payload
	for _, message := range messages {
		result, err := mutate(message.name, message.input, message.selection)
		if err != nil {
			return err
		}
		last = result
	}
	fmt.Printf("run %d lasted %s and had %d readout nodes\n", last.Run.RunNumber, last.Run.Duration, last.Run.FlpRoles.TotalCount)
	return nil
}

func main() {
	if len(os.Args) > 1 {
		url = os.Args[1]
	}
	if len(os.Args) > 2 {
		number, err := strconv.Atoi(os.Args[2])
		if err != nil {
			fmt.Fprintln(os.Stderr, "usage: register_run [URL] [RUN_NUMBER]")
			os.Exit(2)
		}
		run = number
	}
	if err := register(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Registers a run from its start to its end, as the control system, readout and trigger do.
//
// build: g++ -std=c++17 -o register_run register_run.cpp
// usage: register_run [URL] [RUN_NUMBER]
//
// A message that was not answered, or answered UNAVAILABLE, is sent again: every message may arrive twice and late. Plain sockets, http only, and no
// parser of JSON: the few answers here are simple enough to look for what is needed. A real client takes libraries for both.

#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <regex>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

constexpr int kAttempts = 8;
const std::string kErrors = "errors { ... on Error { code message } }";
const std::string kResults = "results { " + kErrors + " }";

struct Address {
  std::string host, port, path;
};

Address parse(const std::string& url) {
  std::smatch parts;
  if (!std::regex_match(url, parts, std::regex(R"(http://([^/:]+)(?::(\d+))?(/.*)?)"))) {
    throw std::runtime_error(url + " is no address: http://localhost:5081/graphql is one");
  }
  return {parts[1], parts[2].matched ? parts[2].str() : "80", parts[3].matched ? parts[3].str() : "/"};
}

int connectTo(const Address& address) {
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  if (getaddrinfo(address.host.c_str(), address.port.c_str(), &hints, &found) != 0) return -1;
  int connected = -1;
  for (auto* candidate = found; candidate != nullptr && connected < 0; candidate = candidate->ai_next) {
    int handle = socket(candidate->ai_family, candidate->ai_socktype, candidate->ai_protocol);
    timeval patience{10, 0};
    setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(handle, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (connect(handle, candidate->ai_addr, candidate->ai_addrlen) == 0) connected = handle;
    else close(handle);
  }
  freeaddrinfo(found);
  return connected;
}

// Sends a request once; empty when it was not answered. HTTP/1.0, so that the answer ends with the connection and comes in one piece.
std::string tryOnce(const Address& address, const std::string& body) {
  int handle = connectTo(address);
  if (handle < 0) return "";
  std::string request = "POST " + address.path + " HTTP/1.0\r\nHost: " + address.host + ":" + address.port +
                        "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  std::string answer;
  std::size_t sent = 0;
  while (sent < request.size()) {
    auto count = send(handle, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) break;
    sent += static_cast<std::size_t>(count);
  }
  char buffer[4096];
  for (ssize_t count; sent == request.size() && (count = recv(handle, buffer, sizeof buffer, 0)) > 0;) {
    answer.append(buffer, static_cast<std::size_t>(count));
  }
  close(handle);
  auto end = answer.find("\r\n\r\n");
  bool isServed = answer.compare(0, 5, "HTTP/") == 0 && answer.size() > 9 && answer[9] < '5' && end != std::string::npos;
  return isServed ? answer.substr(end + 4) : "";
}

std::string find(const std::string& pattern, const std::string& text) {
  std::smatch found;
  return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : "";
}

std::string codeOf(const std::string& answer) { return find("\"code\":\"([A-Z0-9_]+)\"", answer); }

// Sends a request until it is answered.
std::string post(const Address& address, const std::string& body) {
  for (int attempt = 1; attempt <= kAttempts; ++attempt) {
    auto answer = tryOnce(address, body);
    if (!answer.empty() && codeOf(answer) != "UNAVAILABLE") return answer;
    if (attempt < kAttempts) std::this_thread::sleep_for(std::chrono::milliseconds(std::min(200 << attempt, 5000)));
  }
  throw std::runtime_error(address.host + " did not answer " + std::to_string(kAttempts) + " times");
}

// Carries out a mutation, or throws the first reason why it was refused.
std::string mutate(const Address& address, const std::string& name, const std::string& input, const std::string& selection = "") {
  std::string type = name + "Input";
  type[0] = static_cast<char>(toupper(type[0]));
  std::string document = "mutation($input: " + type + "!) { " + name + "(input: $input) { " + selection + " " + kErrors + " } }";
  auto answer = post(address, "{\"query\": \"" + document + "\", \"variables\": {\"input\": " + input + "}}");
  if (!codeOf(answer).empty() || answer.compare(0, 9, "{\"errors\"") == 0) {
    throw std::runtime_error(name + ": " + codeOf(answer) + ": " + find("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"", answer));
  }
  return answer;
}

void registerRun(const Address& address, const std::string& run) {
  const std::string environment = "example-" + run;
  const std::string ofRun = "{\"runNumber\": " + run + ", ";
  mutate(address, "recordEnvironmentStatus",
         "{\"environmentId\": \"" + environment + R"(", "status": "RUNNING", "timestamp": "2022-10-23T09:45:00Z",
          "configuration": {"detectors": "[\"ITS\",\"FT0\"]", "run_type": "PHYSICS", "dcs_enabled": "true", "trg_enabled": "true"}})");
  mutate(address, "startRun", ofRun + "\"environmentId\": \"" + environment +
         R"(", "timeO2Start": "2022-10-23T09:50:00Z", "user": {"externalId": 456, "name": "Jan Jansen"}})");
  mutate(address, "setRunTriggerTimes", ofRun + R"("timeTrgStart": "2022-10-23T09:51:00Z"})");
  std::string nodes, counters;
  for (int i = 1; i <= 3; ++i) {
    char host[16];
    std::snprintf(host, sizeof host, "flp%03d", i);
    const std::string node = (i == 1 ? "" : ", ") + ofRun + "\"name\": \"FLP-" + std::to_string(i) + "\", ";
    nodes += node + "\"hostname\": \"" + host + "\"}";
    counters += node + "\"timeframeCount\": 9000, \"bytesEquipmentReadOut\": 54000000000}";
  }
  mutate(address, "registerFlpRoles", "{\"items\": [" + nodes + "]}", kResults);
  mutate(address, "updateFlpCounters", "{\"items\": [" + counters + "]}", kResults);
  mutate(address, "recordTriggerCounters", "{\"items\": [" + ofRun +
         R"("className": "CMTVX-NONE-NOPF-CRU", "timestamp": "2022-10-23T10:00:00Z", "lmb": 18446744073709551615, "lma": 8000000, "l0b": 700, "l0a": 600, "l1b": 50, "l1a": 40}]})", kResults);
  mutate(address, "setRunTriggerTimes", ofRun + R"("timeTrgEnd": "2022-10-23T10:05:00Z"})");
  auto ended = mutate(address, "endRun", ofRun + R"("timeO2End": "2022-10-23T10:06:00Z"})", "run { runNumber duration flpRoles { totalCount } }");
  std::cout << "run " << run << " lasted " << find("\"duration\":\"([^\"]*)\"", ended) << " and had " << find("\"totalCount\":([0-9]+)", ended)
            << " readout nodes" << std::endl;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    registerRun(parse(count > 1 ? arguments[1] : "http://localhost:5081/graphql"), count > 2 ? arguments[2] : "600001");
    return 0;
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << std::endl;
    return 1;
  }
}

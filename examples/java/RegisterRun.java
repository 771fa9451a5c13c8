import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registers a run from its start to its end, as the control system, readout and trigger do.
 *
 * <p>usage: java RegisterRun.java [URL] [RUN_NUMBER]
 *
 * <p>A message that was not answered, or answered UNAVAILABLE, is sent again: every message may arrive twice and late. Java has no parser of JSON of its
 * own; the few answers here are simple enough to look for what is needed. A real client takes a library for it.
 */
public final class RegisterRun {
    private static final int ATTEMPTS = 8;
    private static final String ERRORS = "errors { ... on Error { code message } }";
    private static final String RESULTS = "results { " + ERRORS + " }";
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z0-9_]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI url;
    private final int run;

    private RegisterRun(URI url, int run) {
        this.url = url;
        this.run = run;
    }

    /** The logbook said no: the message is wrong, and sending it again would not help. */
    private static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        URI url = URI.create(args.length > 0 ? args[0] : "http://localhost:5081/graphql");
        int run = args.length > 1 ? Integer.parseInt(args[1]) : 600001;
        try {
            new RegisterRun(url, run).register();
        } catch (Refused | IOException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private void register() throws IOException, InterruptedException {
        String environment = "example-" + run;
        mutate("recordEnvironmentStatus", """
            {"environmentId": "%s", "status": "RUNNING", "timestamp": "2022-10-23T09:45:00Z",
             "configuration": {"detectors": "[\\"ITS\\",\\"FT0\\"]", "run_type": "PHYSICS", "dcs_enabled": "true", "trg_enabled": "true"}}
            """.formatted(environment), "");
        mutate("startRun", """
            {"runNumber": %d, "environmentId": "%s", "timeO2Start": "2022-10-23T09:50:00Z", "user": {"externalId": 456, "name": "Jan Jansen"}}
            """.formatted(run, environment), "");
        mutate("setRunTriggerTimes", """
            {"runNumber": %d, "timeTrgStart": "2022-10-23T09:51:00Z"}""".formatted(run), "");
        StringBuilder nodes = new StringBuilder();
        StringBuilder counters = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            String comma = i == 1 ? "" : ", ";
            nodes.append(comma).append("{\"runNumber\": %d, \"name\": \"FLP-%d\", \"hostname\": \"flp%03d\"}".formatted(run, i, i));
            counters.append(comma).append(
                "{\"runNumber\": %d, \"name\": \"FLP-%d\", \"timeframeCount\": 9000, \"bytesEquipmentReadOut\": 54000000000}".formatted(run, i));
        }
        mutate("registerFlpRoles", "{\"items\": [" + nodes + "]}", RESULTS);
        mutate("updateFlpCounters", "{\"items\": [" + counters + "]}", RESULTS);
        mutate("recordTriggerCounters", """
            {"items": [{"runNumber": %d, "className": "CMTVX-NONE-NOPF-CRU", "timestamp": "2022-10-23T10:00:00Z",
             "lmb": 18446744073709551615, "lma": 8000000, "l0b": 700, "l0a": 600, "l1b": 50, "l1a": 40}]}
            """.formatted(run), RESULTS);
        mutate("setRunTriggerTimes", """
            {"runNumber": %d, "timeTrgEnd": "2022-10-23T10:05:00Z"}""".formatted(run), "");
        String ended = mutate("endRun", """
            {"runNumber": %d, "timeO2End": "2022-10-23T10:06:00Z"}""".formatted(run), "run { runNumber duration flpRoles { totalCount } }");
        System.out.printf("run %d lasted %s and had %s readout nodes%n", run, find(Pattern.compile("\"duration\":\"([^\"]*)\""), ended),
            find(Pattern.compile("\"totalCount\":(\\d+)"), ended));
    }

    /** Carries out a mutation, or throws the first reason why it was refused. */
    private String mutate(String name, String input, String selection) throws IOException, InterruptedException {
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
        String document = "mutation($input: %s!) { %s(input: $input) { %s %s } }".formatted(type, name, selection, ERRORS);
        String answer = post("{\"query\": \"%s\", \"variables\": {\"input\": %s}}".formatted(document, input));
        if (CODE.matcher(answer).find() || answer.startsWith("{\"errors\"")) {
            throw new Refused(name + ": " + find(CODE, answer) + ": " + find(MESSAGE, answer));
        }
        return answer;
    }

    /** Sends a request until it is answered. */
    private String post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10)).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() < 500 && !response.body().contains("\"code\":\"UNAVAILABLE\"")) {
                    return response.body();
                }
            } catch (IOException failure) {
                // Not answered: it may have been carried out or not, so it is sent again.
            }
            if (attempt < ATTEMPTS) {
                Thread.sleep(Math.min(200L << attempt, 5000));
            }
        }
        throw new IOException(url + " did not answer " + ATTEMPTS + " times");
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}

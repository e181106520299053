package io.github.dnscli.oserve.http;

import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.serving.ListenOption;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// What the user wants of HTTP.
///
/// @param listen where to listen; empty not to
/// @param secret what web hooks prove themselves by; empty to take none
public record HttpOptions(Optional<ListenOption> listen, Optional<HookSecret> secret) {

    /// What manual pages say of HTTP.
    public static final String MANUAL =
            "With --http, GET /metrics tells what the server has counted and how its zones stand, as Prometheus reads it, and"
                    + " GET /healthz answers 200 if it does what it is for, else 503 and why: no zone is served, or the"
                    + " local disk makes trouble. Anybody who reaches the address may ask.";

    /// What manual pages say of web hooks.
    public static final String HOOK_MANUAL =
            "With --hook-secret too, POST /hook has the effect of a signed NOTIFY if the caller knows the secret: by"
                    + " X-Hub-Signature-256, as GitHub, Gitea and Forgejo sign, or as GitLab's X-Gitlab-Token. The answer is"
                    + " 202 then, 200 if the push was to another branch, and 401 if the proof is missing or wrong. TLS is for"
                    + " a proxy in front.";

    private static final String HTTP = "--http";
    private static final String HOOK_SECRET = "--hook-secret";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int USUAL_PORT = 9153;

    /// {@return `--http`}
    public static OptionSpec http() {
        return Options.text(HTTP, "ADDR:PORT")
                .type(ListenOption.class)
                .converters(HttpOptions::address)
                .description(
                        "Answer HTTP here: /metrics for Prometheus and /healthz; a port alone is one of 127.0.0.1"
                                + " (default: nowhere; port 9153).")
                .build();
    }

    /// Adds the options of a server that takes web hooks to its command.
    public static void addTo(CommandSpec spec) {
        spec.addOption(http());
        spec.addOption(
                Options.file(HOOK_SECRET)
                        .description(
                                "Take POST /hook from GitHub, GitLab, Gitea and Forgejo at --http, and look for news then;"
                                        + " the file holds the secret that they were given.")
                        .build());
    }

    private static ListenOption address(String text) {
        boolean isPort = text.matches(":?\\d{1,5}");
        String whole = isPort ? LOOPBACK + ":" + text.replace(":", "") : text;
        return ListenOption.parse(whole, USUAL_PORT);
    }

    /// {@return what a command line says}
    ///
    /// @throws ParameterException if it makes no sense
    /// @throws IOException if the file of the secret cannot be read
    public static HttpOptions of(ParseResult parsed, World world) throws IOException {
        var listen = Optional.ofNullable(parsed.<ListenOption>matchedOptionValue(HTTP, null));
        var secret = Optional.ofNullable(parsed.<String>matchedOptionValue(HOOK_SECRET, null));
        if (listen.isEmpty() && secret.isPresent()) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "option '--hook-secret' is of use with '--http' only");
        }
        return new HttpOptions(
                listen,
                secret.isEmpty()
                        ? Optional.empty()
                        : Optional.of(HookSecret.read(world.file(secret.get()))));
    }
}

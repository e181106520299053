package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.cli.DurationText;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.finding.SafeText;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.log.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A command that is run when there is no certificate: once for each new reason, and never two at once.
final class FailureCommand implements Consumer<CertifierEvent>, AutoCloseable {

    private static final Duration USUAL_LIMIT = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 100;
    private static final String PREFIX = "DNSCLI_";

    private final FailureOption wish;
    private final Path directory;
    private final Duration limit;
    private final Log log;
    private final Map<List<DomainName>, String> told = new HashMap<>();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().name("on-failure").daemon().factory());

    /// {@return a command that may take a minute}
    ///
    /// @param wish what the shell is told
    /// @param log hears when the command itself fails
    static FailureCommand of(FailureOption wish, World world, Log log) {
        return new FailureCommand(wish, world.file(""), USUAL_LIMIT, log);
    }

    /// A command that may take some time.
    FailureCommand(FailureOption wish, Path directory, Duration limit, Log log) {
        this.wish = wish;
        this.directory = directory;
        this.limit = limit;
        this.log = log;
    }

    @Override
    public synchronized void accept(CertifierEvent event) {
        switch (event) {
            case CertifierEvent.NotIssued(var request, var failure, var retry) ->
                    failed(
                            request,
                            Map.of(
                                    "EVENT", "not-issued",
                                    "REASON", failure.kind().word(),
                                    "PROBLEM", failure.problem()),
                            retry);
            case CertifierEvent.LimitReached(var request, var orders, var opens) ->
                    failed(
                            request,
                            Map.of(
                                    "EVENT", "order-limit",
                                    "REASON", "order-limit",
                                    "PROBLEM", "ordered " + orders + " times within seven days"),
                            opens);
            case CertifierEvent.NotPublished(var request, var place, var trouble, var retry) ->
                    failed(
                            request,
                            Map.of(
                                    "EVENT",
                                    "not-published",
                                    "REASON",
                                    "not-published",
                                    "PROBLEM",
                                    trouble.problem(),
                                    "PLACE",
                                    place.display()),
                            retry);
            case CertifierEvent.Published(var request, _, _) -> told.remove(request.names());
            case CertifierEvent.Withdrawn(var names, _) -> told.remove(names);
            case CertifierEvent.Issued _,
                    CertifierEvent.Refused _,
                    CertifierEvent.Overtaken _,
                    CertifierEvent.RevocationSeen _,
                    CertifierEvent.AdviceMoved _,
                    CertifierEvent.AdviceFailed _,
                    CertifierEvent.AliasLost _,
                    CertifierEvent.TidyFailed _,
                    CertifierEvent.StateTrouble _ -> {
                // There is, or will be, a certificate; or nobody is to have one.
            }
        }
    }

    private void failed(CertificateRequest request, Map<String, String> facts, Instant retry) {
        String reason = facts.getOrDefault("REASON", "");
        if (wish.command().isEmpty() || reason.equals(told.put(request.names(), reason))) {
            return;
        }
        var all = new HashMap<>(facts);
        all.put("NAMES", names(request));
        all.put("NEXT_TRY", Moment.of(retry));
        try {
            thread.execute(() -> run(all));
        } catch (RejectedExecutionException _) {
            log.write(
                    LogEvent.warning(
                            "failure-command",
                            "the command of '--on-failure' is not run for '%s': too many wait for it"
                                    .formatted(names(request))));
        }
    }

    private static String names(CertificateRequest request) {
        return request.names().stream().map(DomainName::display).collect(Collectors.joining(" "));
    }

    private void run(Map<String, String> facts) {
        try {
            await(start(facts));
        } catch (IOException trouble) {
            complain("cannot be run: " + IoTrouble.describe(trouble));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What it prints is nobody's business; the keys that may stand in the environment are not its own.
    private Process start(Map<String, String> facts) throws IOException {
        var builder =
                new ProcessBuilder("sh", "-c", wish.command().orElse(""))
                        .directory(directory.toAbsolutePath().toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(wish.withheld());
        facts.forEach(
                (name, value) -> builder.environment().put(PREFIX + name, SafeText.of(value)));
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private void await(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(limit)) {
                complain("did not end within " + DurationText.print(limit));
            } else if (process.exitValue() != 0) {
                complain("failed with status " + process.exitValue());
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void complain(String how) {
        log.write(
                LogEvent.warning("failure-command", "the command of '--on-failure' " + how)
                        .with("problem", how));
    }

    /// Waits for the command under way, and those that wait, no longer than one may take.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.dnscli.ozone.git;

import io.github.dnscli.cli.DurationText;
import io.github.dnscli.cli.World;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The program `git`, run in the user's folder with the user's environment: a hook's `GIT_DIR` and `GIT_INDEX_FILE` count.
final class Git {

    /// What git answered.
    ///
    /// @param status its exit status
    /// @param output what it printed
    /// @param complaint the first line it complained with, or empty
    record Answer(int status, String output, String complaint) {}

    /// More than the names of a million files take.
    private static final int LARGEST_OUTPUT = 1 << 28;

    private static final int LARGEST_COMPLAINT = 1 << 14;

    /// Messages in English, no fetching of what a partial clone lacks, no lock taken on the side, no question asked.
    private static final Map<String, String> MANNERS =
            Map.of(
                    "LC_ALL", "C",
                    "GIT_OPTIONAL_LOCKS", "0",
                    "GIT_NO_LAZY_FETCH", "1",
                    "GIT_TERMINAL_PROMPT", "0");

    /// What would change the meaning of paths.
    private static final List<String> UNWANTED =
            List.of(
                    "GIT_LITERAL_PATHSPECS",
                    "GIT_GLOB_PATHSPECS",
                    "GIT_NOGLOB_PATHSPECS",
                    "GIT_ICASE_PATHSPECS");

    private final Path program;
    private final World world;
    private final Duration limit;

    private Git(Path program, World world, Duration limit) {
        this.program = program;
        this.world = world;
        this.limit = limit;
    }

    /// {@return git as it is installed}
    ///
    /// @param limit how long it may take, each time
    /// @throws GitTrouble if it is not
    static Git in(World world, Duration limit) throws GitTrouble {
        var program =
                find(world.environment())
                        .orElseThrow(
                                () ->
                                        new GitTrouble(
                                                "there is no 'git' on the PATH", "install git"));
        return new Git(program, world, limit);
    }

    private static Optional<Path> find(Map<String, String> environment) {
        String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of(folders)
                .flatMap(folder -> Stream.of("git", "git.exe").map(name -> Path.of(folder, name)))
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }

    /// {@return what git prints}
    ///
    /// @throws GitTrouble if it fails
    String output(String... words) throws GitTrouble {
        var answer = ask(words);
        if (answer.status() != 0) {
            throw failed(answer, words);
        }
        return answer.output();
    }

    private GitTrouble failed(Answer answer, String... words) {
        if (answer.complaint().contains("not a git repository")) {
            return new GitTrouble(
                    "'" + world.directory().toAbsolutePath() + "' is in no git repository",
                    "run it inside of one");
        }
        String said =
                answer.complaint().isEmpty()
                        ? "exit status " + answer.status()
                        : answer.complaint().replaceFirst("^(fatal|error): ", "");
        return new GitTrouble("'git " + words[0] + "' failed: " + said, "");
    }

    /// {@return what git answers}
    ///
    /// @throws GitTrouble if it cannot be run, or takes too long
    Answer ask(String... words) throws GitTrouble {
        var process = start(words);
        var complaint = new ByteArrayOutputStream();
        try (var watch = TimeLimit.over(process, limit)) {
            process.getOutputStream().close();
            var listener = Thread.ofVirtual().start(() -> listen(process, complaint));
            byte[] output = process.getInputStream().readNBytes(LARGEST_OUTPUT + 1);
            if (output.length > LARGEST_OUTPUT) {
                throw new GitTrouble("'git " + words[0] + "' prints without end", "");
            }
            int status = process.waitFor();
            listener.join();
            if (watch.isExceeded()) {
                throw late(words[0]);
            }
            return new Answer(
                    status, new String(output, StandardCharsets.UTF_8), firstLine(complaint));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new GitTrouble("interrupted while waiting for git", "");
        } catch (GitTrouble known) {
            throw known;
        } catch (IOException e) {
            throw new GitTrouble("cannot talk to git: " + e.getMessage(), "");
        } finally {
            process.destroyForcibly();
        }
    }

    /// {@return what to say of a git that did not finish}
    GitTrouble late(String word) {
        return new GitTrouble(
                "'git " + word + "' did not finish within " + DurationText.print(limit),
                "give it more time with '--timeout'");
    }

    /// {@return how long git may take, each time}
    Duration limit() {
        return limit;
    }

    private static void listen(Process process, ByteArrayOutputStream complaint) {
        try (InputStream errors = process.getErrorStream()) {
            complaint.writeBytes(errors.readNBytes(LARGEST_COMPLAINT));
            errors.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // It has ended, and what it said until then is known.
        }
    }

    private static String firstLine(ByteArrayOutputStream complaint) {
        return complaint
                .toString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    private Process start(String... words) throws GitTrouble {
        return start(ProcessBuilder.Redirect.PIPE, words);
    }

    /// {@return git, running for long, so that nobody waits for its complaints}
    ///
    /// @throws GitTrouble if it cannot be run
    Process startQuietly(String... words) throws GitTrouble {
        return start(ProcessBuilder.Redirect.DISCARD, words);
    }

    private Process start(ProcessBuilder.Redirect complaints, String... words) throws GitTrouble {
        var line = new ArrayList<>(List.of(program.toString(), "-c", "core.fsmonitor=false"));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line);
        builder.directory(world.directory().toAbsolutePath().toFile());
        builder.redirectError(complaints);
        builder.environment().clear();
        builder.environment().putAll(world.environment());
        builder.environment().putAll(MANNERS);
        builder.environment().keySet().removeAll(UNWANTED);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GitTrouble("cannot run '" + program + "': " + e.getMessage(), "");
        }
    }
}

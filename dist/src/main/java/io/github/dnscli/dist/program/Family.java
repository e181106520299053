package io.github.dnscli.dist.program;

import io.github.dnscli.dist.program.Programs.Program;
import java.util.List;
import java.util.Locale;

/// Programs that share a class path, the options of the JVM, and so an AOT cache.
///
/// The JVM brings in all of a cache at once, so that cryptography in it would make a quick look at a zone half as slow
/// again.
public enum Family {
    /// The one that asks no server: it is run before each commit, and is to be quick.
    CHECKER,
    /// The same one where it is told nothing but files: no program of its own, but most runs, and they need least.
    GLANCE,
    /// Those that know no certificates.
    ZONES,
    /// Those that do.
    CERTIFICATES,
    /// All of them in one process, for as long as somebody types.
    SHELL,
    /// The one that runs for months, with git and an authority's protocol on its class path.
    SERVER;

    /// What every program needs. The JVM reads the names of all that is in a jar as soon as it opens it.
    public static final String JAR = "dns-cli.jar";

    /// Bouncy Castle: three quarters of all names, and most runs need none of them.
    public static final String CRYPTOGRAPHY_JAR = "bouncycastle.jar";

    /// What servers need besides, and the shell, which knows all commands.
    public static final String SERVER_JAR = "dns-cli-server.jar";

    /// All jars, in the order of the class path.
    public static final List<String> ALL_JARS = List.of(JAR, CRYPTOGRAPHY_JAR, SERVER_JAR);

    /// Makes the compiler hold back, and leaves the one that optimises out: it saves a fifth of a short run, and on a million
    /// records, read in a second, optimising takes longer than it saves. Zones with many signatures gain from it all the
    /// same: see bench/README.md. A small nursery keeps the memory of a large zone to what is kept of it.
    private static final List<String> SHORT_RUN =
            List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=5", "-Xmn48m");

    /// {@return the programs, in their order}
    public List<Program> members() {
        return Programs.ALL.stream().filter(program -> program.family() == this).toList();
    }

    /// {@return the family whose cache serves runs without options}
    public Family withoutOptions() {
        return this == CHECKER ? GLANCE : this;
    }

    /// {@return what the JVM is told besides, in training and ever after}
    public List<String> jvmOptions() {
        return switch (this) {
            case CHECKER, GLANCE, ZONES, CERTIFICATES -> SHORT_RUN;
            case SHELL, SERVER -> List.of();
        };
    }

    /// {@return the names of the jars in `lib`, in the order of the class path}
    public List<String> jars() {
        return switch (this) {
            case CHECKER, GLANCE, ZONES, CERTIFICATES -> List.of(JAR, CRYPTOGRAPHY_JAR);
            case SHELL, SERVER -> ALL_JARS;
        };
    }

    /// {@return what the rehearsal loads for itself, and the programs do not need or can wait for: names of classes begin
    /// with it}
    public List<String> scenery() {
        return switch (this) {
            // A small zone has no signatures, and needs no words in the country's language. The
            // program halts, and so needs nothing of what the JDK does at an exit.
            case CHECKER, GLANCE ->
                    List.of(
                            "io/github/dnscli/dist/",
                            "io/github/dnscli/ocertify/",
                            "io/github/dnscli/onotify/",
                            "io/github/dnscli/oserve/",
                            "io/github/dnscli/osh/",
                            "io/github/dnscli/otlsafetch/",
                            "io/github/dnscli/oupdate/",
                            "java/security/",
                            "java/text/",
                            "jdk/internal/jimage/",
                            "jdk/internal/logger/",
                            "sun/security/",
                            "sun/text/",
                            "sun/util/cldr/",
                            "sun/util/locale/provider/",
                            "sun/util/logging/",
                            "sun/util/resources/");
            case SHELL, SERVER -> List.of("io/github/dnscli/dist/");
            case ZONES, CERTIFICATES ->
                    List.of("io/github/dnscli/dist/", "io/github/dnscli/server/");
        };
    }

    /// {@return the word for it in names of files}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

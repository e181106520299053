package io.github.dnscli.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A program of others that our tests speak with.
public enum Peer {
    /// BIND's server.
    NAMED,
    /// Knot's server.
    KNOTD,
    /// NSD's server.
    NSD,
    /// PowerDNS' server.
    PDNS_SERVER("pdns_server"),
    /// PowerDNS' keeper of zones in databases.
    PDNSUTIL,
    /// The shell of the database that PowerDNS keeps its zones in.
    SQLITE3,
    /// The load generator for name servers.
    DNSPERF,
    /// BIND's query tool.
    DIG,
    /// Knot's query tool.
    KDIG,
    /// BIND's update tool.
    NSUPDATE,
    /// Knot's update tool.
    KNSUPDATE,
    /// BIND's zone checker.
    NAMED_CHECKZONE,
    /// Knot's zone checker.
    KZONECHECK,
    /// NSD's zone checker.
    NSD_CHECKZONE,
    /// BIND's maker of zone keys.
    DNSSEC_KEYGEN,
    /// BIND's signer of zones.
    DNSSEC_SIGNZONE,
    /// BIND's judge of signed zones.
    DNSSEC_VERIFY,
    /// Knot's signer of zones.
    KZONESIGN,
    /// The maker of zone keys of ldns.
    LDNS_KEYGEN,
    /// The signer of zones of ldns.
    LDNS_SIGNZONE,
    /// The judge of signed zones of ldns.
    LDNS_VERIFY_ZONE,
    /// OpenSSL.
    OPENSSL,
    /// The viewer of manual pages.
    MAN,
    /// Another one, which also judges them.
    MANDOC,
    /// A shell with completions.
    BASH,
    /// A shell with completions.
    ZSH,
    /// A shell with completions.
    FISH,
    /// Git.
    GIT,
    /// OpenSSH's server.
    SSHD,
    /// OpenSSH's client.
    SSH,
    /// OpenSSH's maker of keys.
    SSH_KEYGEN,
    /// OpenSSH's keeper of keys.
    SSH_AGENT,
    /// What gives keys to it.
    SSH_ADD,
    /// A certificate authority for tests, which speaks ACME.
    PEBBLE,
    /// A client of ACME.
    LEGO,
    /// Another one.
    CERTBOT,
    /// Sets the limits of a process.
    PRLIMIT,
    /// The judge of systemd's units.
    SYSTEMD_ANALYZE,
    /// A terminal that tests can type into and read.
    TMUX,
    /// The framework of hooks for git.
    PRE_COMMIT,
    /// Makes other JSON of JSON.
    JQ,
    /// Sets up machines.
    ANSIBLE_PLAYBOOK,
    /// A web server.
    NGINX,
    /// A load balancer.
    HAPROXY,
    /// A mail server.
    POSTFIX,
    /// A web server that gets its certificates by itself.
    CADDY,
    /// A client of web servers.
    CURL,
    /// Speaks with sockets.
    SOCAT,
    /// Runs a system within this one.
    SYSTEMD_NSPAWN,
    /// Looks into packages of Debian.
    DPKG_DEB;

    /// What the build says of peers: `required` makes a missing one a failure, anything else skips its tests.
    private static final String PROPERTY = "dnscli.peers";

    /// Where servers are, even when the path of an ordinary user does not lead there.
    private static final List<String> SERVER_FOLDERS =
            List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    private final String program;

    Peer() {
        this.program = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Peer(String program) {
        this.program = program;
    }

    /// {@return the program's name}
    public String program() {
        return program;
    }

    /// {@return where the program is, if it is installed}
    public Optional<Path> find() {
        var path =
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(path, SERVER_FOLDERS.stream())
                .map(folder -> Path.of(folder, program()))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// {@return where the program is}; when it is not installed, the running test is skipped aloud, or fails where peers
    /// are required
    public Path require() {
        var found = find();
        if (found.isEmpty()) {
            miss(program() + " is not installed");
        }
        return found.orElseThrow();
    }

    /// Skips the running test aloud, or fails it where peers are required.
    ///
    /// @param problem what there would have to be for it
    @SuppressWarnings("SystemOut") // a skipped test must be seen in the build's output
    public static void miss(String problem) {
        if ("required".equals(System.getProperty(PROPERTY))) {
            throw new AssertionError(problem + ", and this build requires its peers");
        }
        System.err.println("SKIPPED: " + problem);
        Assumptions.abort(problem);
    }
}

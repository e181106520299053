/// A real name server in the tests of any project.
module io.github.dnscli.junit {
    requires transitive io.github.dnscli.server;
    requires transitive org.junit.jupiter.api;
    requires org.junit.platform.commons;
    requires static org.jspecify;

    exports io.github.dnscli.junit;
}

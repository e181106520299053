/// For our own tests: scripted peers, and real name servers in temporary folders.
module io.github.dnscli.testkit {
    requires jdk.httpserver;
    requires static org.jspecify;
    requires transitive io.github.dnscli.common;
    requires java.net.http;
    requires org.junit.jupiter.api;

    exports io.github.dnscli.testkit;
}

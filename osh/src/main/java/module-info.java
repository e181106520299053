/// The interactive shell of operators, in which all commands live together.
module io.github.dnscli.osh {
    requires transitive io.github.dnscli.cli;
    requires io.github.dnscli.certificate;
    requires io.github.dnscli.ozone;
    requires io.github.dnscli.onotify;
    requires io.github.dnscli.oupdate;
    requires io.github.dnscli.ocertify;
    requires io.github.dnscli.otlsafetch;
    requires io.github.dnscli.oserve;
    requires org.jline.reader;
    requires org.jline.terminal;
    requires static org.jspecify;
}

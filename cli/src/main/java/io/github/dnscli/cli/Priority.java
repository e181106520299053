package io.github.dnscli.cli;

/// How urgent a line of a log is, as syslog (RFC 5424 §6.2.1) counts it.
public enum Priority {
    /// Something does not work.
    ERROR(3),
    /// Something may not work soon, or not as meant.
    WARNING(4),
    /// Something has happened.
    INFO(6),
    /// For those who look closely.
    DEBUG(7);

    private final int number;

    Priority(int number) {
        this.number = number;
    }

    /// {@return what stands in front of a line for systemd's journal: `<3>`}
    String mark() {
        return "<" + number + ">";
    }
}

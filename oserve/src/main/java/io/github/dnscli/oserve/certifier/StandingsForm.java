package io.github.dnscli.oserve.certifier;

/// What a report on requests looks like.
enum StandingsForm {
    /// As people read it.
    TEXT,
    /// As programs read it.
    JSON;

    String print(StandingsReport report) {
        return switch (this) {
            case TEXT -> StandingsText.of(report);
            case JSON -> StandingsJson.of(report);
        };
    }
}

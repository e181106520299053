package io.github.dnscli.oserve.status;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.JsonWriter;
import io.github.dnscli.common.record.Addresses;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.gitstore.GitStatus;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.oserve.log.Moment;
import io.github.dnscli.server.secondary.ZoneStanding;
import java.time.Instant;
import java.util.Optional;

/// A report as programs read it. Names stay as they are; there may come more. What is not known is left out.
final class StatusJson {

    private final JsonWriter json;

    private StatusJson(JsonWriter json) {
        this.json = json;
    }

    /// {@return the JSON text (RFC 8259), with a line end behind it}
    static String of(StatusReport report) {
        var text = new StringBuilder();
        new StatusJson(new JsonWriter(text::append)).write(report);
        return text.toString();
    }

    private void write(StatusReport report) {
        json.beginObject();
        server(report.server());
        json.name("attention").beginArray();
        report.attention().forEach(json::value);
        json.endArray();
        report.git().ifPresent(this::repository);
        json.name("zones").beginArray();
        report.zones().forEach(this::zone);
        json.endArray().name("secondaries").beginArray();
        report.followers().forEach(this::follower);
        json.endArray().endObject();
    }

    private void server(StatusReport.Self self) {
        json.name("server")
                .beginObject()
                .member("kind", Choice.word(self.kind()))
                .member("version", self.version())
                .member("since", Moment.of(self.since()))
                .member("time", Moment.of(self.now()))
                .name("addresses")
                .beginArray();
        self.addresses().stream()
                .map(at -> new ServerAddress(at.getAddress(), at.getPort()).display())
                .forEach(json::value);
        json.endArray().member("keys", self.keys()).endObject();
    }

    private void repository(GitStatus git) {
        json.name("repository").beginObject().member("remote", git.remote());
        git.branch().ifPresent(branch -> json.member("branch", branch));
        git.remoteHead().ifPresent(revision -> json.member("remoteCommit", revision.id()));
        git.head().ifPresent(revision -> json.member("commit", revision.id()));
        attempt("pull", git.lastFetch());
        attempt("push", git.lastPush());
        json.member("pendingUpdates", git.pendingEdits())
                .member("pendingCommits", git.pendingCommits())
                .member("conflictCount", git.conflictCount())
                .name("conflicts")
                .beginArray();
        git.conflicts().forEach(this::conflict);
        json.endArray().endObject();
    }

    private void attempt(String name, Optional<GitStatus.Attempt> attempt) {
        if (attempt.isPresent()) {
            json.name(name).beginObject().member("time", Moment.of(attempt.get().time()));
            attempt.get().problem().ifPresent(problem -> json.member("problem", problem));
            json.endObject();
        }
    }

    private void conflict(Conflict conflict) {
        json.beginObject()
                .member("zone", conflict.edit().zone().display())
                .member("time", Moment.of(conflict.edit().time()))
                .member("key", conflict.edit().key().display())
                .member("peer", conflict.edit().peer())
                .member("owner", conflict.owner().display())
                .member("reason", conflict.reason())
                .endObject();
    }

    private void zone(ZoneStatus zone) {
        json.beginObject().member("zone", zone.zone().display());
        zone.serial().ifPresent(serial -> json.member("serial", serial.value()));
        json.member("names", zone.names());
        zone.file().ifPresent(file -> json.member("file", file));
        json.name("errors").beginArray();
        zone.errors().forEach(json::value);
        json.endArray();
        zone.standing().ifPresent(this::standing);
        zone.problem().ifPresent(problem -> json.member("problem", problem));
        json.endObject();
    }

    private void standing(ZoneStanding standing) {
        json.member("primary", standing.primary().display());
        time("lastSuccess", standing.lastSuccess());
        time("nextLook", standing.nextLook());
        time("expiry", standing.expiry());
    }

    private void time(String name, Optional<Instant> time) {
        time.ifPresent(known -> json.member(name, Moment.of(known)));
    }

    private void follower(Follower follower) {
        json.beginObject()
                .member("address", Addresses.data(follower.address()).text())
                .member("zone", follower.zone().display());
        follower.fetched().ifPresent(this::fetched);
        follower.told().ifPresent(this::told);
        json.endObject();
    }

    private void fetched(Follower.Fetched fetched) {
        json.name("fetched")
                .beginObject()
                .member("serial", fetched.serial().value())
                .member("time", Moment.of(fetched.time()));
        fetched.key().ifPresent(key -> json.member("key", key.display()));
        json.endObject();
    }

    private void told(Follower.Told told) {
        json.name("told")
                .beginObject()
                .member("serial", told.serial().value())
                .member("time", Moment.of(told.time()));
        told.problem().ifPresent(problem -> json.member("problem", problem));
        json.endObject();
    }
}

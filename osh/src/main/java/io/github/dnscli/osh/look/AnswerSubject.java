package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.FailedReply;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.osh.zone.ServedZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answer to a question. TTLs, which run down in caches, do not count.
final class AnswerSubject implements Subject {

    private record Key(DomainName owner, RecordData data) {}

    /// An answer.
    ///
    /// @param rcode its outcome
    /// @param records what it holds
    private record Answer(Rcode rcode, Map<Key, ResourceRecord> records) {}

    private final ServedZone at;
    private final DomainName name;
    private final RecordType type;
    private Optional<Answer> last = Optional.empty();

    AnswerSubject(ServedZone at, DomainName name, RecordType type) {
        this.at = at;
        this.name = name;
        this.type = type;
    }

    @Override
    public String display() {
        return "%s of '%s' at %s".formatted(type, name.display(), at.server().display());
    }

    @Override
    public ExitStatus tell(Reply.Failed reply, Console console) {
        return FailedReply.tell(at.server(), reply, console);
    }

    @Override
    public News look() throws IOException {
        return switch (at.ask(Query.of(name, type).recursively())) {
            case Reply.Failed failed -> new News.Denied(failed);
            case Reply.Accepted(var message) -> compare(answer(message));
        };
    }

    private static Answer answer(Message message) {
        var records = new LinkedHashMap<Key, ResourceRecord>();
        for (var answer : message.answers()) {
            var ttl = new Ttl((int) Math.min(answer.ttl(), Integer.MAX_VALUE));
            answer.data()
                    .ifPresent(
                            data ->
                                    records.put(
                                            new Key(answer.owner(), data),
                                            new ResourceRecord(answer.owner(), ttl, data)));
        }
        return new Answer(message.rcode(), records);
    }

    private News compare(Answer now) {
        var before = last.orElse(now);
        last = Optional.of(now);
        var changes = new ArrayList<RecordChange>();
        for (var record : only(before, now)) {
            changes.add(new RecordChange.Removed(record));
        }
        for (var record : only(now, before)) {
            changes.add(new RecordChange.Added(record));
        }
        boolean same = changes.isEmpty() && before.rcode().equals(now.rcode());
        return same ? new News.Same() : new News.Changed(title(before, now), changes);
    }

    private static List<ResourceRecord> only(Answer here, Answer there) {
        return here.records().entrySet().stream()
                .filter(entry -> !there.records().containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String title(Answer before, Answer now) {
        return before.rcode().equals(now.rcode())
                ? now.rcode().toString()
                : before.rcode() + " -> " + now.rcode();
    }
}

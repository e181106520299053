package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.Optional;

/// Looks at one file as what its name says it is, or else its content.
///
/// @param judging what it is judged by
/// @param room how much may be looked at at once
record FileChecker(Judging judging, Room room) {

    /// {@return what came of an item}; never an exception for what one file is to blame for
    Inspected check(Item item) {
        var inspected =
                switch (item) {
                    case Item.Settled(var known) -> known;
                    case Candidate candidate -> check(candidate);
                };
        judging.pace().fileDone();
        return inspected;
    }

    private Inspected check(Candidate candidate) {
        try {
            return candidate.now().isPresent()
                    ? present(candidate, candidate.now().get())
                    : gone(candidate);
        } catch (IOException e) {
            return new Inspected.Unreadable(candidate.file(), IoTrouble.describe(e));
        }
    }

    private Inspected gone(Candidate candidate) throws IOException {
        if (FileRole.of(candidate.fileName().text()) instanceof FileRole.ZoneText(var origin)
                && ElderReader.read(candidate.before(), origin) instanceof Elder.Known elder) {
            return new ZoneChecker(judging).removed(candidate.file(), Zone.empty(origin), elder);
        }
        return new Inspected.PassedOver(candidate.file(), "it is gone, and was no zone");
    }

    private Inspected present(Candidate candidate, FileText text) throws IOException {
        var content = text.open();
        try (var _ = room.take(content.length())) {
            var said = judging.options().zoneName();
            return candidate.fileName().isOfKeys()
                    ? keys(candidate, text, content, said)
                    : zone(candidate, text, content, said);
        }
    }

    private Inspected keys(
            Candidate candidate, FileText text, Source content, Optional<DomainName> said)
            throws IOException {
        return switch (candidate.fileName().zone()) {
            case ParsedName.Valid(var zone) ->
                    new KeyChecker(judging).check(text, content, said.orElse(zone));
            case ParsedName.Invalid _ when said.isPresent() ->
                    new KeyChecker(judging).check(text, content, said.get());
            case ParsedName.Invalid(var problem, _) -> nameless(candidate.file(), ": " + problem);
        };
    }

    private Inspected zone(
            Candidate candidate, FileText text, Source content, Optional<DomainName> said)
            throws IOException {
        if (said.isPresent()) {
            return zone(candidate, text, text.read(content, said.get(), judging.pace()));
        }
        if (FileRole.of(candidate.fileName().text()) instanceof FileRole.ZoneText(var origin)) {
            return zone(candidate, text, text.read(content, origin, judging.pace()));
        }
        var origin = OriginInText.find(text.read(content, DomainName.ROOT, judging.pace()));
        if (origin.isPresent()) {
            return zone(candidate, text, text.read(content, origin.get(), judging.pace()));
        }
        return switch (candidate.fileName().zone()) {
            case ParsedName.Valid _ -> nameless(candidate.file(), "");
            case ParsedName.Invalid(var problem, _) -> nameless(candidate.file(), ": " + problem);
        };
    }

    private static Inspected nameless(String file, String problem) {
        return new Inspected.Unreadable(
                file,
                "'%s' does not name a zone%s; say which it is with '--zone-name'"
                        .formatted(file, problem));
    }

    private Inspected zone(Candidate candidate, FileText text, ZoneFile file) throws IOException {
        var elder = ElderReader.read(candidate.before(), file.origin());
        return candidate.named() || elder instanceof Elder.Known || isZone(candidate, file)
                ? new ZoneChecker(judging).check(text, file, elder)
                : new Inspected.PassedOver(
                        candidate.file(), "nothing in it reads as a record of a zone");
    }

    /// Whether a file that lies around holds a zone, or tries to.
    private static boolean isZone(Candidate candidate, ZoneFile file) {
        if (candidate.isSurelyZone()) {
            return true;
        }
        return FileRole.isDocument(candidate.fileName().text())
                ? file.records().stream().anyMatch(record -> record.type().equals(RecordType.SOA))
                : !file.records().isEmpty() || !file.directives().isEmpty();
    }
}

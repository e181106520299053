package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.gitstore.merge.ZoneEdit.SetName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What one of several edits does to one record set.
///
/// @param edit the edit's place in the list, from 0
/// @param name the record set
/// @param removed the records that went, those that got another TTL included
/// @param added the records that came, those that got another TTL included
record SetEdit(int edit, SetName name, List<ResourceRecord> removed, List<ResourceRecord> added) {

    SetEdit {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /// {@return what edits do, set by set, edit by edit; a serial alone is nothing done to a set}
    static List<SetEdit> of(List<ZoneEdit> edits) {
        var all = new ArrayList<SetEdit>();
        for (int i = 0; i < edits.size(); i++) {
            all.addAll(of(i, edits.get(i)));
        }
        return all;
    }

    /// {@return what one edit does, set by set}
    static List<SetEdit> of(int number, ZoneEdit edit) {
        var removed = bySet(edit.removed());
        var added = bySet(edit.added());
        var names = new LinkedHashSet<>(removed.keySet());
        names.addAll(added.keySet());
        return names.stream()
                .map(
                        name ->
                                new SetEdit(
                                        number,
                                        name,
                                        removed.getOrDefault(name, List.of()),
                                        added.getOrDefault(name, List.of())))
                .filter(part -> !part.movesSerialOnly())
                .toList();
    }

    private static LinkedHashMap<SetName, List<ResourceRecord>> bySet(
            List<ResourceRecord> records) {
        var sets = new LinkedHashMap<SetName, List<ResourceRecord>>();
        for (var record : records) {
            var name = new SetName(record.owner(), record.type());
            sets.computeIfAbsent(name, _ -> new ArrayList<>()).add(record);
        }
        return sets;
    }

    /// {@return whether another comes after this and is about the same set}
    boolean isBefore(SetEdit other) {
        return other.edit > edit && other.name.equals(name);
    }

    /// {@return whether it is about the start of authority}
    boolean isStart() {
        return name.type().equals(RecordType.SOA);
    }

    private boolean movesSerialOnly() {
        return isStart()
                && removed.size() == 1
                && added.size() == 1
                && ttlBefore().equals(ttlAfter())
                && soaBefore().withSerial(soaAfter().serial()).data().equals(soaAfter().data());
    }

    /// {@return the start of authority before}
    Soa soaBefore() {
        return Soa.of(removed.getFirst().data());
    }

    /// {@return the start of authority after}
    Soa soaAfter() {
        return Soa.of(added.getFirst().data());
    }

    /// {@return the TTL of what went}
    Optional<Ttl> ttlBefore() {
        return removed.stream().findFirst().map(ResourceRecord::ttl);
    }

    /// {@return the TTL of what came}
    Optional<Ttl> ttlAfter() {
        return added.stream().findFirst().map(ResourceRecord::ttl);
    }

    /// {@return the data that is to be there no more}
    Set<RecordData> gone() {
        return only(removed, added);
    }

    /// {@return the data that is to be there and was not}
    Set<RecordData> come() {
        return only(added, removed);
    }

    private static Set<RecordData> only(List<ResourceRecord> here, List<ResourceRecord> there) {
        var data = data(here);
        data.removeAll(data(there));
        return data;
    }

    private static Set<RecordData> data(List<ResourceRecord> records) {
        var data = new LinkedHashSet<RecordData>();
        records.forEach(record -> data.add(record.data()));
        return data;
    }

    /// {@return whether a field of the SOA record changes}
    <T> boolean changes(Function<Soa, T> field) {
        return !field.apply(soaBefore()).equals(field.apply(soaAfter()));
    }
}

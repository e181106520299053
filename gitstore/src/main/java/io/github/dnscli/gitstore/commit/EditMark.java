package io.github.dnscli.gitstore.commit;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.util.HashSet;
import java.util.Set;

/// What an edit does, as far as it matters to others: an edit must not come before another that has left a mark which it
/// minds, or the zone might be unsound in between.
///
/// @param kind what it is
/// @param zone the zone
/// @param name the name; the zone's if it does not matter
record EditMark(Kind kind, DomainName zone, DomainName name) {

    /// What edits do.
    enum Kind {
        /// Anything.
        ANYTHING,
        /// Something at a name.
        NAME,
        /// Something to the addresses of a host, or to what leads to them.
        HOST,
        /// Something to records that need a host to have addresses.
        REFERENCE,
        /// Something to the alias of a subtree, below which nothing may stand.
        SUBTREE
    }

    private static final Set<RecordType> HOSTS =
            Set.of(RecordType.A, RecordType.AAAA, RecordType.CNAME, RecordType.NS);
    private static final Set<RecordType> REFERENCES = Set.of(RecordType.NS, RecordType.MX);

    /// {@return the marks that an edit leaves}
    static Set<EditMark> left(ZoneEdit edit) {
        var marks = names(edit);
        marks.add(of(Kind.ANYTHING, edit));
        for (var set : edit.sets()) {
            kind(set.type()).forEach(kind -> marks.add(of(kind, edit)));
        }
        return marks;
    }

    /// {@return the marks of edits that an edit must come after}
    static Set<EditMark> minded(ZoneEdit edit) {
        var marks = names(edit);
        marks.add(of(Kind.SUBTREE, edit));
        for (var set : edit.sets()) {
            kind(set.type()).forEach(kind -> marks.add(of(opposite(kind), edit)));
        }
        return marks;
    }

    private static Set<EditMark> names(ZoneEdit edit) {
        var marks = new HashSet<EditMark>();
        edit.sets().forEach(set -> marks.add(new EditMark(Kind.NAME, edit.zone(), set.owner())));
        return marks;
    }

    private static EditMark of(Kind kind, ZoneEdit edit) {
        return new EditMark(kind, edit.zone(), edit.zone());
    }

    private static Set<Kind> kind(RecordType type) {
        var kinds = new HashSet<Kind>();
        if (HOSTS.contains(type)) {
            kinds.add(Kind.HOST);
        }
        if (REFERENCES.contains(type)) {
            kinds.add(Kind.REFERENCE);
        }
        if (type.equals(RecordType.DNAME)) {
            kinds.add(Kind.SUBTREE);
        }
        return kinds;
    }

    private static Kind opposite(Kind kind) {
        return switch (kind) {
            case HOST -> Kind.REFERENCE;
            case REFERENCE -> Kind.HOST;
            case SUBTREE, ANYTHING -> Kind.ANYTHING;
            case NAME -> Kind.NAME;
        };
    }
}

package io.github.dnscli.gitstore.commit;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Edits that make one commit: all by one key.
///
/// @param edits in the order of their numbers; perhaps of several zones
public record EditGroups(List<List<ZoneEdit>> edits) {

    /// Copies the lists.
    public EditGroups {
        edits = edits.stream().map(List::copyOf).toList();
    }

    /// {@return edits, one group for each key as far as their order does not matter: an edit joins the last group of its
    /// key unless a later group does something that the edit has to come after, at the same name or at one that it
    /// needs}
    public static EditGroups of(List<ZoneEdit> edits) {
        var groups = new ArrayList<List<ZoneEdit>>();
        var groupOfKey = new HashMap<DomainName, Integer>();
        var lastOf = new HashMap<EditMark, Integer>();
        for (var edit : edits) {
            int own = groupOfKey.getOrDefault(edit.key(), -1);
            if (own < 0 || mustFollow(edit, own, lastOf)) {
                own = groups.size();
                groups.add(new ArrayList<>());
                groupOfKey.put(edit.key(), own);
            }
            groups.get(own).add(edit);
            for (var mark : EditMark.left(edit)) {
                lastOf.merge(mark, own, Math::max);
            }
        }
        return new EditGroups(List.copyOf(groups));
    }

    private static boolean mustFollow(ZoneEdit edit, int own, Map<EditMark, Integer> lastOf) {
        return EditMark.minded(edit).stream().anyMatch(mark -> lastOf.getOrDefault(mark, -1) > own);
    }
}

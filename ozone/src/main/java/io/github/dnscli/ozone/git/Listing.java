package io.github.dnscli.ozone.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists that git prints with a zero octet behind each item, so that names may hold whatever they like. A name that is not
/// UTF-8 is shown with replacement characters; its content is found by the object's name all the same.
final class Listing {

    private static final String UNMERGED = "U";

    private Listing() {}

    /// {@return the items}
    static List<String> items(String output) {
        var items = new ArrayList<String>();
        int start = 0;
        for (int end = output.indexOf('\0'); end >= 0; end = output.indexOf('\0', start)) {
            items.add(output.substring(start, end));
            start = end + 1;
        }
        return items;
    }

    /// {@return what `git diff --raw -z --no-renames` says: `:MODE MODE ID ID STATUS`, then the path}
    static List<Change> changes(String output) {
        var items = items(output);
        var changes = new ArrayList<Change>();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            String[] words = items.get(i).substring(1).split(" ", -1);
            changes.add(
                    new Change(
                            items.get(i + 1),
                            present(words[2], words[0]),
                            present(words[3], words[1]),
                            words[4].startsWith(UNMERGED)));
        }
        return changes;
    }

    private static Optional<Blob> present(String id, String mode) {
        return Optional.of(new Blob(id, mode)).filter(Blob::isThere);
    }

    /// {@return the files that `git ls-tree -r -z` lists: `MODE TYPE ID`, a tab, the path}
    static Map<String, Blob> tree(String output) {
        return files(output, 2);
    }

    /// {@return the files that `git ls-files -s -z` lists: `MODE ID STAGE`, a tab, the path}
    static Map<String, Blob> index(String output) {
        return files(output, 1);
    }

    private static Map<String, Blob> files(String output, int idAt) {
        var files = new LinkedHashMap<String, Blob>();
        for (String item : items(output)) {
            int tab = item.indexOf('\t');
            String[] words = item.substring(0, tab).split(" ", -1);
            var blob = new Blob(words[idAt], words[0]);
            if (blob.isFile()) {
                files.put(item.substring(tab + 1), blob);
            }
        }
        return files;
    }
}

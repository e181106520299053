package io.github.dnscli.ozone;

import io.github.dnscli.ozone.git.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files and folders of a repository that a run is limited to.
///
/// @param names what the user calls each, by its path; everything is meant if there are none
/// @param strangers those that are not in the repository
record PathLimits(Map<String, String> names, List<String> strangers) {

    /// {@return the limits that the user names}
    ///
    /// @throws IOException if it cannot be found out where they are
    static PathLimits of(Repository repository, List<String> names) throws IOException {
        var paths = new LinkedHashMap<String, String>();
        var strangers = new ArrayList<String>();
        for (String name : names) {
            repository
                    .path(name)
                    .ifPresentOrElse(path -> paths.put(path, name), () -> strangers.add(name));
        }
        return new PathLimits(paths, strangers);
    }

    /// {@return whether a path is one of those named, or lies below one}
    boolean include(String path) {
        return names.isEmpty() && strangers.isEmpty()
                || names.keySet().stream().anyMatch(limit -> contains(limit, path));
    }

    private static boolean contains(String limit, String path) {
        return limit.isEmpty() || path.equals(limit) || path.startsWith(limit + "/");
    }

    /// {@return what there is to say of names that mean nothing here: most likely they are mistyped, unless nothing of
    /// them changes}
    ///
    /// @param changed the paths of what changes
    /// @throws IOException if git cannot tell
    List<Item> unknown(Repository repository, Collection<String> changed) throws IOException {
        var unknown = new ArrayList<Item>();
        for (String name : strangers) {
            unknown.add(unreadable(name, "is not in this repository"));
        }
        for (var limit : names.entrySet()) {
            if (changed.stream().noneMatch(path -> contains(limit.getKey(), path))) {
                unknown.add(
                        repository.knows(limit.getKey())
                                ? FolderListing.passedOver(
                                        limit.getValue(), "nothing of it is staged")
                                : unreadable(limit.getValue(), "is nothing that git knows"));
            }
        }
        return unknown;
    }

    static Item unreadable(String name, String problem) {
        return new Item.Settled(new Inspected.Unreadable(name, "'" + name + "' " + problem));
    }
}

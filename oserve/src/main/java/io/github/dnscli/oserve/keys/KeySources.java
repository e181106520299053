package io.github.dnscli.oserve.keys;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.gitstore.reading.TreeFile;
import io.github.dnscli.oserve.folder.DiskFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Where keys come from that are not in the database, and what keys may do.
///
/// Everything is looked at anew each time. What cannot be had, for whatever reason, is told by the file that stands in for
/// it, so that the keys that were known from there can stay known.
public final class KeySources {

    private final KeyOptions options;
    private final KeyListener listener;
    private final PolicySource policy;
    private final Map<Path, KeyFolder> folders = new HashMap<>();
    private final Optional<KeyFolder> credentials;
    private final List<LentKey> lent = new CopyOnWriteArrayList<>();
    private List<Path> lastCredentials = List.of();

    private KeySources(KeyOptions options, PolicySource policy, KeyListener listener) {
        this.options = options;
        this.listener = listener;
        this.policy = policy;
        this.credentials = options.credentials().map(KeyFolder::ofCredentials);
    }

    /// {@return the sources that a user names}
    ///
    /// @throws IOException if the policy cannot be read, or has errors
    public static KeySources open(KeyOptions options, KeyListener listener) throws IOException {
        return new KeySources(options, PolicySource.open(options, listener), listener);
    }

    /// Knows a key from now on that stands nowhere, for a part of the server itself.
    public void lend(LentKey key) {
        lent.add(key);
    }

    /// {@return what keys may do, by the command line and by the policy when it was read last}
    public KeyRights rights() {
        return withLent(policy.rights());
    }

    private KeyRights withLent(KeyRights rights) {
        var all = rights;
        for (var key : lent) {
            for (var grant : key.grants()) {
                all = all.and(grant);
            }
        }
        return all;
    }

    /// Reads the policy again. One with errors changes nothing.
    ///
    /// @return what keys may do
    public KeyRights readRights() {
        return withLent(policy.readAgain());
    }

    /// {@return the files of keys that there are now}; takes as long as the command that prints keys does
    public synchronized List<TreeFile> files() {
        var files = new ArrayList<TreeFile>();
        options.paths().forEach(path -> files.addAll(files(path)));
        credentials.ifPresent(folder -> files.addAll(credentials(folder)));
        options.command().ifPresent(command -> files.add(printed(command)));
        lent.forEach(key -> files.add(key.file()));
        return files;
    }

    /// A folder stays one: when it is gone, its files are missed.
    private List<TreeFile> files(Path path) {
        if (Files.isDirectory(path)) {
            folders.computeIfAbsent(path, KeyFolder::of);
        }
        var folder = folders.get(path);
        return folder == null ? List.of(new DiskFile(path)) : folder.files();
    }

    private List<TreeFile> credentials(KeyFolder folder) {
        var files = folder.files();
        var paths = files.stream().map(TreeFile::path).toList();
        if (!paths.equals(lastCredentials)) {
            lastCredentials = paths;
            listener.credentials(paths);
        }
        return files;
    }

    private TreeFile printed(KeyCommand command) {
        try {
            byte[] text = command.run(listener::commandSaid).getBytes(StandardCharsets.UTF_8);
            return new UnwrittenKeys(UnwrittenKeys.PATH, new Source(text, KeyCommand.NAME));
        } catch (IOException e) {
            return new UnreadableKeys(UnwrittenKeys.PATH, e);
        }
    }
}

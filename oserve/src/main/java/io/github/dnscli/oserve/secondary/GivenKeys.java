package io.github.dnscli.oserve.secondary;

import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The keys that a command line gives: each word of it is a key, as `NAME:ALGORITHM:SECRET`, or a file of keys.
///
/// @param keys the keys; none twice
/// @param visible whether a secret stands on the command line itself
record GivenKeys(List<TsigKey> keys, boolean visible) {

    /// Copies the keys.
    ///
    /// @throws IllegalArgumentException if a key has two secrets; the message is for people
    GivenKeys {
        Map<DomainName, TsigKey> byName = new HashMap<>();
        for (var key : keys) {
            var first = byName.putIfAbsent(key.name(), key);
            if (first != null && !first.equals(key)) {
                throw new IllegalArgumentException(
                        "key '"
                                + key.name().display()
                                + "' is given twice, with different secrets");
            }
        }
        keys = keys.stream().distinct().toList();
    }

    /// {@return the keys that words give}
    ///
    /// @throws IllegalArgumentException if a word is neither a key nor a file; the message is for people
    /// @throws IOException if a file cannot be read, or a line of it is no key
    static GivenKeys read(List<String> words, World world) throws IOException {
        var keys = new ArrayList<TsigKey>();
        boolean visible = false;
        for (String word : words) {
            if (isFile(word, world)) {
                keys.addAll(inFile(word, world));
            } else {
                keys.add(literal(word));
                visible = true;
            }
        }
        return new GivenKeys(keys, visible);
    }

    /// What has a colon may be a secret, which must not be shown as the name of a file that is missing.
    private static boolean isFile(String word, World world) {
        return word.indexOf(':') < 0 || Files.exists(world.file(word));
    }

    private static TsigKey literal(String word) {
        return switch (KeyText.parse(word)) {
            case ParsedKey.Valid(var key) -> key;
            case ParsedKey.Invalid(var problem) -> throw new IllegalArgumentException(problem);
        };
    }

    private static List<TsigKey> inFile(String name, World world) throws IOException {
        var file = KeyFile.parse(SmallFile.read(world.file(name)), name);
        var error = file.findings().stream().filter(Finding::isError).findFirst();
        if (error.isPresent()) {
            throw new IOException(error.get().place() + ": " + error.get().message());
        }
        if (file.keys().isEmpty()) {
            throw new IOException("'" + name + "' holds no key");
        }
        return file.keys();
    }
}

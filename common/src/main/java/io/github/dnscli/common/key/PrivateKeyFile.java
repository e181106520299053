package io.github.dnscli.common.key;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a `KNAME+ALGORITHM+TAG.private` file of dnssec-keygen; only its file name tells the key's name.
final class PrivateKeyFile {

    private static final Pattern FILE_NAME =
            Pattern.compile("(?:.*/)?K(.+)\\+[0-9]{3}\\+[0-9]{5}\\.private");
    private static final Pattern ALGORITHM = Pattern.compile("([0-9]{1,3})\\b.*");

    private PrivateKeyFile() {}

    static boolean isOne(String text) {
        return text.startsWith("Private-key-format:");
    }

    static void read(String text, String sourceName, KeyCollector found) {
        var name = FILE_NAME.matcher(sourceName);
        var said = statements(text);
        var number = ALGORITHM.matcher(said.getOrDefault("Algorithm", ""));
        var algorithm =
                number.matches()
                        ? TsigAlgorithm.ofNumber(Integer.parseInt(number.group(1)))
                        : TsigAlgorithm.parse("");
        if (!name.matches()) {
            found.problem(
                    1,
                    "a '.private' file must be called 'KNAME+ALGORITHM+TAG.private': its name tells the key's");
        } else if (algorithm.isEmpty()) {
            found.problem(
                    1, "algorithm of the key is not one of 161 to 165 (HMAC-SHA1 to HMAC-SHA512)");
        } else {
            found.add(KeyText.key(name.group(1), algorithm.get(), said.getOrDefault("Key", "")), 1);
        }
    }

    private static Map<String, String> statements(String text) {
        Map<String, String> said = new HashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                said.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        return said;
    }
}

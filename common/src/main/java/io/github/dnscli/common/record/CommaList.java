package io.github.dnscli.common.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lists whose items may hold commas and backslashes, each behind a backslash (RFC 9460 appendix A.1). Octets stand for
/// characters one by one.
final class CommaList {

    private CommaList() {}

    /// {@return the items}
    static List<String> split(byte[] list) {
        return split(list, false);
    }

    /// {@return the items, with those escapes in them that are not of the list: an item has escapes of its own}
    static List<String> splitNames(byte[] list) {
        return split(list, true);
    }

    private static List<String> split(byte[] list, boolean keepsOthers) {
        String text = new String(list, StandardCharsets.ISO_8859_1);
        var items = new ArrayList<String>();
        var item = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                item.append(keepsOthers && next != ',' && next != '\\' ? "\\" : "").append(next);
            } else if (c == ',') {
                items.add(item.toString());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        items.add(item.toString());
        return items;
    }

    /// {@return the list as a quoted string of a zone file}
    static String join(List<String> items) {
        var list = new StringBuilder();
        for (String item : items) {
            list.append(list.isEmpty() ? "" : ",");
            list.append(item.replace("\\", "\\\\").replace(",", "\\,"));
        }
        return PlainValue.quoted(list.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}

package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What a file in a folder of zones is for, as far as its name tells.
public sealed interface FileRole {

    /// The text of a zone, unless its content says otherwise.
    ///
    /// @param origin the name of the zone
    record ZoneText(DomainName origin) implements FileRole {}

    /// Keys.
    ///
    /// @param zone the zone at or below which they have rights
    record Keys(DomainName zone) implements FileRole {}

    /// None of ours.
    ///
    /// @param reason why, for people
    record Foreign(String reason) implements FileRole {}

    /// Names of zones as people write them in file names.
    Pattern ZONE_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /// Names that nobody would give to a zone, and some that few would.
    Pattern DOCUMENT =
            Pattern.compile(
                    "(?i)(readme|licen[cs]e|copying|notice|authors|changelog|contributing|makefile|dockerfile)"
                            + "(\\..*)?|.*\\.(md|txt|html|pdf|sh|py|yml|yaml|json|toml|bak|orig|rej|tmp|asc|gpg|age)");

    /// {@return what a file of this name is for}
    static FileRole of(String fileName) {
        if (fileName.startsWith(".")) {
            return new Foreign("it is hidden");
        }
        if (!ZONE_NAME.matcher(fileName).matches()) {
            return new Foreign("its name is not that of a zone");
        }
        var name = new ZoneFileName(fileName);
        return role(name.zone(), name.isOfKeys() ? Keys::new : ZoneText::new);
    }

    /// {@return whether a file of this name is most likely something else than a zone, although it has the name of one}
    static boolean isDocument(String fileName) {
        return DOCUMENT.matcher(fileName).matches();
    }

    private static FileRole role(ParsedName parsed, Function<DomainName, FileRole> role) {
        return switch (parsed) {
            case ParsedName.Valid(var name) -> role.apply(name);
            case ParsedName.Invalid(var problem, _) ->
                    new Foreign("its name is not that of a zone: " + problem);
        };
    }
}

package io.github.dnscli.oserve.folder;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.text.ZoneFileName;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What a file is for, as far as its name tells.
sealed interface FileRole {

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

    private static FileRole role(ParsedName parsed, Function<DomainName, FileRole> role) {
        return switch (parsed) {
            case ParsedName.Valid(var name) -> role.apply(name);
            case ParsedName.Invalid(var problem, _) ->
                    new Foreign("its name is not that of a zone: " + problem);
        };
    }
}

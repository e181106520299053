package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Severity;
import java.util.List;

/// The rules of the zone-file language, as the reader reports them.
public final class SyntaxChecks {

    /// Text that is neither a record nor a directive.
    public static final Check SYNTAX = Check.syntax("syntax");

    /// A word where a record type is due, and none by that name exists.
    public static final Check UNKNOWN_TYPE = Check.syntax("unknown-type");

    /// A word where a class is due, and none by that name exists.
    public static final Check UNKNOWN_CLASS = Check.syntax("unknown-class");

    /// A class other than IN.
    public static final Check CLASS_NOT_IN = Check.syntax("class-not-in");

    /// Data that does not fit its type.
    public static final Check BAD_RDATA = Check.syntax("bad-rdata");

    /// A name that is none: too long, an empty label, a bad escape.
    public static final Check BAD_NAME = Check.syntax("bad-name");

    /// A record without a TTL where none is in force (RFC 2308 §4).
    public static final Check MISSING_TTL =
            new Check("missing-ttl", Severity.WARNING, Check.Kind.SYNTAX);

    /// A TTL above 2147483647 (RFC 2181 §8).
    public static final Check TTL_OUT_OF_RANGE = Check.syntax("ttl-out-of-range");

    /// A type that asks or belongs to a message, as data (RFC 6895 §3.1).
    public static final Check META_TYPE = Check.syntax("meta-type");

    /// A line that wants the owner of the line before, and there is none.
    public static final Check MISSING_OWNER = Check.syntax("missing-owner");

    /// A file without any record.
    public static final Check EMPTY_FILE = Check.syntax("empty-file");

    /// An `$INCLUDE` of a file that cannot be read.
    public static final Check INCLUDE_MISSING = Check.syntax("include-missing");

    /// An `$INCLUDE` of a file that is being included already.
    public static final Check INCLUDE_LOOP = Check.syntax("include-loop");

    /// An `$INCLUDE` of a file outside the folder that files may be included from.
    public static final Check INCLUDE_OUTSIDE_ROOT = Check.syntax("include-outside-root");

    /// Files that include files that include files, too often.
    public static final Check INCLUDE_TOO_DEEP = Check.syntax("include-too-deep");

    /// A `$GENERATE` whose range or modifier is malformed, or whose range is huge.
    public static final Check GENERATE_RANGE = Check.syntax("generate-range");

    /// Parameters of a service binding that contradict each other or their rules (RFC 9460 §2.1, §8). Of the structure
    /// of a zone, and listed there; the reader reports those that no data can hold, such as a key given twice.
    public static final Check SVCB_PARAMETERS = Check.structure("svcb-parameters");

    /// A CAA property that is malformed (RFC 8659 §4). Listed with the structure of a zone, as
    /// [#SVCB_PARAMETERS] is.
    public static final Check CAA_SYNTAX = Check.structure("caa-syntax");

    private SyntaxChecks() {}

    /// {@return all of them that are of kind syntax}
    public static List<Check> all() {
        return List.of(
                SYNTAX,
                UNKNOWN_TYPE,
                UNKNOWN_CLASS,
                CLASS_NOT_IN,
                BAD_RDATA,
                BAD_NAME,
                MISSING_TTL,
                TTL_OUT_OF_RANGE,
                META_TYPE,
                MISSING_OWNER,
                EMPTY_FILE,
                INCLUDE_MISSING,
                INCLUDE_LOOP,
                INCLUDE_OUTSIDE_ROOT,
                INCLUDE_TOO_DEEP,
                GENERATE_RANGE);
    }
}

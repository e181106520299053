package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.text.SyntaxChecks;
import java.util.List;

/// The checks of how the records of a zone fit together, by their permanent ids.
public final class StructureChecks {

    /// No SOA record at the apex.
    public static final Check MISSING_SOA = Check.structure("missing-soa");

    /// More than one SOA record at the apex.
    public static final Check MULTIPLE_SOA = Check.structure("multiple-soa");

    /// An SOA record below the apex.
    public static final Check SOA_NOT_AT_APEX = Check.structure("soa-not-at-apex");

    /// A record whose owner is neither the zone nor below it.
    public static final Check OUT_OF_ZONE = Check.structure("out-of-zone");

    /// No NS record at the apex.
    public static final Check MISSING_NS = Check.structure("missing-ns");

    /// A name server of the zone, named in the zone, without an address.
    public static final Check NS_WITHOUT_ADDRESS = Check.structure("ns-without-address");

    /// A name server of the zone is an alias (RFC 2181 §10.3).
    public static final Check APEX_NS_IS_ALIAS = Check.structure("apex-ns-is-alias");

    /// A record points to an alias where it should point to a host (RFC 2181 §10.3).
    public static final Check TARGET_IS_ALIAS = warning("target-is-alias");

    /// A mail exchanger in the zone without an address.
    public static final Check MISSING_ADDRESS = Check.structure("missing-address");

    /// The host of a service in the zone without an address.
    public static final Check MISSING_SERVICE_ADDRESS = warning("missing-service-address");

    /// A delegation to a host below the cut itself without its address (RFC 9471 §2).
    public static final Check MISSING_GLUE = Check.structure("missing-glue");

    /// A delegation to a host below another cut of the zone without its address (RFC 9471 §2.2).
    public static final Check MISSING_SIBLING_GLUE = warning("missing-sibling-glue");

    /// A CNAME record shares its name with other data (RFC 2181 §10.1).
    public static final Check CNAME_AND_OTHER_DATA = Check.structure("cname-and-other-data");

    /// More than one CNAME record at a name.
    public static final Check MULTIPLE_CNAME = Check.structure("multiple-cname");

    /// Aliases of the zone that lead back to one of them.
    public static final Check CNAME_LOOP = warning("cname-loop");

    /// An alias to a name of this zone that does not exist.
    public static final Check DANGLING_ALIAS = warning("dangling-alias");

    /// More than one DNAME record at a name.
    public static final Check MULTIPLE_DNAME = Check.structure("multiple-dname");

    /// A CNAME and a DNAME record at one name (RFC 6672 §2.4).
    public static final Check CNAME_AND_DNAME = Check.structure("cname-and-dname");

    /// A delegation at a name below the apex that also has a DNAME record (RFC 6672 §2.3).
    public static final Check NS_BESIDE_DNAME = Check.structure("ns-beside-dname");

    /// Data below a DNAME record is never served (RFC 6672 §2.4).
    public static final Check DATA_BELOW_DNAME = Check.structure("data-below-dname");

    /// Data below a cut, other than glue, is never served.
    public static final Check OCCLUDED = warning("occluded");

    /// The same record twice.
    public static final Check DUPLICATE_RECORD = warning("duplicate-record");

    /// Different TTLs in one record set (RFC 2181 §5.2).
    public static final Check TTL_MISMATCH = warning("ttl-mismatch");

    /// A DS record at the apex belongs to the parent zone (RFC 4035 §2.4).
    public static final Check DS_AT_APEX = Check.structure("ds-at-apex");

    /// A DS record without a delegation.
    public static final Check DS_WITHOUT_NS = Check.structure("ds-without-ns");

    /// The primary server named in the SOA record is no host name.
    public static final Check SOA_MNAME_NOT_HOST = Check.structure("soa-mname-not-host");

    /// Parameters of a service binding that contradict each other or their rules (RFC 9460 §8, RFC 9461).
    public static final Check SVCB_PARAMETERS = SyntaxChecks.SVCB_PARAMETERS;

    /// A TLSA field outside its registry, or a digest of the wrong length (RFC 6698 §2.1).
    public static final Check TLSA_FIELDS = Check.structure("tlsa-fields");

    /// A CAA property that is malformed (RFC 8659 §4).
    public static final Check CAA_SYNTAX = SyntaxChecks.CAA_SYNTAX;

    /// CDS and CDNSKEY records that do not match, or a malformed request to delete (RFC 7344, RFC 8078).
    public static final Check CDS_CDNSKEY = Check.structure("cds-cdnskey");

    private StructureChecks() {}

    /// {@return all of them}
    public static List<Check> all() {
        return List.of(
                MISSING_SOA,
                MULTIPLE_SOA,
                SOA_NOT_AT_APEX,
                OUT_OF_ZONE,
                MISSING_NS,
                NS_WITHOUT_ADDRESS,
                APEX_NS_IS_ALIAS,
                TARGET_IS_ALIAS,
                MISSING_ADDRESS,
                MISSING_SERVICE_ADDRESS,
                MISSING_GLUE,
                MISSING_SIBLING_GLUE,
                CNAME_AND_OTHER_DATA,
                MULTIPLE_CNAME,
                CNAME_LOOP,
                DANGLING_ALIAS,
                MULTIPLE_DNAME,
                CNAME_AND_DNAME,
                NS_BESIDE_DNAME,
                DATA_BELOW_DNAME,
                OCCLUDED,
                DUPLICATE_RECORD,
                TTL_MISMATCH,
                DS_AT_APEX,
                DS_WITHOUT_NS,
                SOA_MNAME_NOT_HOST,
                SVCB_PARAMETERS,
                TLSA_FIELDS,
                CAA_SYNTAX,
                CDS_CDNSKEY);
    }

    private static Check warning(String id) {
        return Check.structure(id).as(Severity.WARNING);
    }
}

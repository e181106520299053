package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Severity;

/// The checks of how the records of a zone fit together, by their permanent ids.
public final class StructureChecks {

    /// No SOA record at the apex.
    public static final Check MISSING_SOA = Check.structure("missing-soa");

    /// More than one SOA record at the apex.
    public static final Check MULTIPLE_SOA = Check.structure("multiple-soa");

    /// An SOA record below the apex.
    public static final Check SOA_NOT_AT_APEX = Check.structure("soa-not-at-apex");

    /// The primary server named in the SOA record is no host name.
    public static final Check SOA_MNAME_NOT_HOST = Check.structure("soa-mname-not-host");

    /// A record whose owner is neither the zone nor below it.
    public static final Check OUT_OF_ZONE = Check.structure("out-of-zone");

    /// No NS record at the apex.
    public static final Check MISSING_NS = Check.structure("missing-ns");

    /// A name server of the zone, named in the zone, without an address.
    public static final Check NS_WITHOUT_ADDRESS = Check.structure("ns-without-address");

    /// A name server of the zone is an alias.
    public static final Check APEX_NS_IS_ALIAS = Check.structure("apex-ns-is-alias");

    /// A delegation to a host below the cut itself without its address.
    public static final Check MISSING_GLUE = Check.structure("missing-glue");

    /// A mail exchanger in the zone without an address.
    public static final Check MISSING_ADDRESS = Check.structure("missing-address");

    /// The host of a service in the zone without an address.
    public static final Check MISSING_SERVICE_ADDRESS = warning("missing-service-address");

    /// A record points to an alias where it should point to a host.
    public static final Check TARGET_IS_ALIAS = warning("target-is-alias");

    /// A host name is expected and something else stands there.
    public static final Check NOT_A_HOSTNAME = Check.policy("not-a-hostname");

    /// A CNAME record shares its name with other data.
    public static final Check CNAME_AND_OTHER_DATA = Check.structure("cname-and-other-data");

    /// More than one CNAME record at a name.
    public static final Check MULTIPLE_CNAME = Check.structure("multiple-cname");

    /// More than one DNAME record at a name.
    public static final Check MULTIPLE_DNAME = Check.structure("multiple-dname");

    /// Data below a DNAME record is never served.
    public static final Check DATA_BELOW_DNAME = Check.structure("data-below-dname");

    /// Data below a cut, other than glue, is never served.
    public static final Check OCCLUDED = warning("occluded");

    /// A DS record at the apex belongs to the parent zone.
    public static final Check DS_AT_APEX = Check.structure("ds-at-apex");

    /// A DS record without a delegation.
    public static final Check DS_WITHOUT_NS = Check.structure("ds-without-ns");

    /// The same record twice.
    public static final Check DUPLICATE_RECORD = warning("duplicate-record");

    /// Different TTLs in one record set.
    public static final Check TTL_MISMATCH = warning("ttl-mismatch");

    /// A TXT record that says nothing.
    public static final Check EMPTY_TXT = Check.policy("empty-txt");

    private StructureChecks() {}

    private static Check warning(String id) {
        return new Check(id, Severity.WARNING, Check.Kind.STRUCTURE);
    }
}

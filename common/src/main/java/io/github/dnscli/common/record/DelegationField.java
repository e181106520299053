package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// The parameters of a delegation, possibly none: the data of DELEG records (draft-ietf-deleg-12 §3).
final class DelegationField extends WholeField {

    private static final ParametersField PARAMETERS = new ParametersField(ParameterKeys.DELEGATION);

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        PARAMETERS.parse(text, wire);
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        boolean isSayable = wire.hasNext();
        PARAMETERS.print(wire, text, origin);
        return isSayable;
    }
}

package io.github.dnscli.dist.jar;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Writes `equals` and `hashCode` of records out, for the reason given at [PlainSwitches]: the methods that the compiler
/// makes ask `ObjectMethods` to write them when they first run. `toString` is rare enough to stay.
///
/// @param owner the record
/// @param components its components, as the call site lists them
record PlainRecords(ClassDesc owner, List<DirectMethodHandleDesc> components) {

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final MethodTypeDesc EQUALS =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    /// {@return what turns one class's methods into plain ones}
    static ClassTransform of(ClassModel type) {
        return (builder, element) -> {
            if (element instanceof MethodModel method && isMade(method)) {
                var plain = new PlainRecords(type.thisClass().asSymbol(), components(method));
                builder.withMethodBody(
                        method.methodName(),
                        method.methodType(),
                        method.flags().flagsMask(),
                        method.methodName().equalsString("equals")
                                ? plain::writeEquals
                                : plain::writeHashCode);
            } else {
                builder.with(element);
            }
        };
    }

    private static boolean isMade(MethodModel method) {
        boolean wanted =
                method.methodName().equalsString("equals")
                        || method.methodName().equalsString("hashCode");
        return wanted && method.code().stream().anyMatch(PlainRecords::asksForItself);
    }

    private static boolean asksForItself(CodeModel code) {
        return code.elementStream().anyMatch(PlainRecords::isCallSite);
    }

    private static boolean isCallSite(Object element) {
        return element instanceof InvokeDynamicInstruction site
                && site.bootstrapMethod().owner().equals(BOOTSTRAPS);
    }

    /// The arguments of the call site: the record, the names, and a getter for each component.
    private static List<DirectMethodHandleDesc> components(MethodModel method) {
        return method.code()
                .orElseThrow()
                .elementStream()
                .filter(PlainRecords::isCallSite)
                .map(InvokeDynamicInstruction.class::cast)
                .flatMap(site -> site.bootstrapArgs().stream().skip(2))
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    private void writeEquals(CodeBuilder code) {
        var different = code.newLabel();
        code.aload(1).instanceOf(owner).ifeq(different);
        code.aload(1).checkcast(owner).astore(2);
        for (var component : components) {
            load(code, 0, component);
            load(code, 2, component);
            same(code, type(component));
            code.ifeq(different);
        }
        code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }

    private static void same(CodeBuilder code, ClassDesc type) {
        if (type.isPrimitive()) {
            var compare = MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
            var differ = code.newLabel();
            var end = code.newLabel();
            code.invokestatic(box(type), "compare", compare).ifne(differ);
            code.iconst_1().goto_(end).labelBinding(differ).iconst_0().labelBinding(end);
        } else {
            var equals = EQUALS.insertParameterTypes(0, ConstantDescs.CD_Object);
            code.invokestatic(OBJECTS, "equals", equals);
        }
    }

    private void writeHashCode(CodeBuilder code) {
        code.iconst_0();
        for (var component : components) {
            code.loadConstant(31).imul();
            load(code, 0, component);
            hash(code, type(component));
            code.iadd();
        }
        code.ireturn();
    }

    private static void hash(CodeBuilder code, ClassDesc type) {
        boolean primitive = type.isPrimitive();
        var argument = primitive ? type : ConstantDescs.CD_Object;
        var hash = MethodTypeDesc.of(ConstantDescs.CD_int, argument);
        code.invokestatic(primitive ? box(type) : OBJECTS, "hashCode", hash);
    }

    private void load(CodeBuilder code, int variable, DirectMethodHandleDesc component) {
        code.aload(variable).getfield(owner, component.methodName(), type(component));
    }

    private static ClassDesc type(DirectMethodHandleDesc component) {
        return component.invocationType().returnType();
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID ->
                    throw new IllegalArgumentException("no primitive: " + primitive);
        };
    }
}

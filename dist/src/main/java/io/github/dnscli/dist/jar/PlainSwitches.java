package io.github.dnscli.dist.jar;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/// Puts plain `instanceof` chains in place of the call sites of pattern switches.
///
/// The JVM links each such call site when it first runs, by writing a class for it, which takes milliseconds; the AOT
/// cache of Java 25 keeps linked lambdas and string concatenations but not these. A short run of `ozone` meets a dozen.
///
/// @param owner the class whose switches they are
/// @param inInterface whether it is an interface, whose methods are called in another way
/// @param methods the methods made so far, one for a switch
record PlainSwitches(ClassDesc owner, boolean inInterface, List<Chain> methods) {

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final MethodTypeDesc EQUALS =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

    /// What stands in for one call site.
    ///
    /// @param name of the method
    /// @param type the value and the label to go on from, to the number of the label that fits
    /// @param labels what is asked for, in order: types, and constant strings
    record Chain(String name, MethodTypeDesc type, List<ConstantDesc> labels) {

        /// The contract of `SwitchBootstraps.typeSwitch`: -1 for null, the number of labels if none fits.
        void write(CodeBuilder code) {
            var present = code.newLabel();
            code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
            for (int number = 0; number < labels.size(); number++) {
                var next = code.newLabel();
                code.iload(1).loadConstant(number).if_icmpgt(next);
                ask(code, labels.get(number));
                code.ifeq(next).loadConstant(number).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }

        private static void ask(CodeBuilder code, ConstantDesc label) {
            if (label instanceof ClassDesc wanted) {
                code.aload(0).instanceOf(wanted);
            } else {
                code.loadConstant(label).aload(0);
                code.invokevirtual(ConstantDescs.CD_Object, "equals", EQUALS);
            }
        }
    }

    /// {@return what turns one class's switches into plain ones}
    static ClassTransform of(ClassModel type) {
        var owner = type.thisClass().asSymbol();
        boolean inInterface = type.flags().has(AccessFlag.INTERFACE);
        return ClassTransform.ofStateful(
                () -> {
                    var switches = new PlainSwitches(owner, inInterface, new ArrayList<>());
                    return ClassTransform.transformingMethodBodies(
                                    CodeTransform.ofStateful(() -> switches::rewrite))
                            .andThen(ClassTransform.endHandler(switches::addMethods));
                });
    }

    private void rewrite(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction site && isTypeSwitch(site)) {
            var chain = chain(site);
            methods.add(chain);
            code.invokestatic(owner, chain.name(), chain.type(), inInterface);
        } else {
            code.with(element);
        }
    }

    /// Labels of other kinds, constants of enums among types, stay with the JDK: they are rare in our code.
    private static boolean isTypeSwitch(InvokeDynamicInstruction site) {
        return site.bootstrapMethod().owner().equals(BOOTSTRAPS)
                && site.bootstrapMethod().methodName().equals("typeSwitch")
                && site.bootstrapArgs().stream()
                        .allMatch(label -> label instanceof ClassDesc || label instanceof String);
    }

    private Chain chain(InvokeDynamicInstruction site) {
        var type =
                MethodTypeDesc.of(
                        ConstantDescs.CD_int, ConstantDescs.CD_Object, ConstantDescs.CD_int);
        return new Chain("typeSwitch$" + methods.size(), type, site.bootstrapArgs());
    }

    private void addMethods(ClassBuilder builder) {
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        for (var chain : methods) {
            builder.withMethodBody(chain.name(), chain.type(), flags, chain::write);
        }
    }
}

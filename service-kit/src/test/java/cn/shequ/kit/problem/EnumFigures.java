package cn.shequ.kit.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The enums whose constants a service gives its refusals as figures, read from its compiled code: what stands before
 * {@link Refusal#with}, and in the maps and lists of methods that note what is wrong with a field.
 */
public final class EnumFigures {

    /** What a refusal's figure is handed to. */
    private static final Set<String> REFUSING = Set.of("cn/shequ/kit/problem/Refusal.with");

    /** What notes something wrong with a field. */
    private static final Set<String> NOTING =
            Set.of("cn/shequ/kit/problem/FieldError.of", "cn/shequ/kit/imports/CsvLine.note");

    /** What the figures of that are put together by. */
    private static final Set<String> COLLECTING = Set.of("java/util/Map.of", "java/util/List.of");

    /** An instruction, and where it stands. */
    private record Placed(Instruction instruction, int at) {}

    private EnumFigures() {}

    /** Of everything that ships with the class. */
    public static Set<Class<?>> of(Class<?> shipped) {
        Set<Class<?>> enums = new TreeSet<>(Comparator.comparing(Class::getName));
        try (Stream<Path> files = Files.walk(Path.of(
                shipped.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassFile.of().parse(file).methods().stream()
                        .flatMap(EnumFigures::figures)
                        .map(EnumFigures::loaded)
                        .filter(Class::isEnum)
                        .forEach(enums::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return enums;
    }

    private static Stream<ClassDesc> figures(MethodModel method) {
        CodeAttribute code = method.findAttribute(Attributes.code()).orElse(null);
        if (code == null) {
            return Stream.empty();
        }
        List<Placed> instructions = new ArrayList<>();
        int at = 0;
        for (CodeElement element : code) {
            if (element instanceof Instruction instruction) {
                instructions.add(new Placed(instruction, at));
                at += instruction.sizeInBytes();
            }
        }
        boolean notes = instructions.stream().anyMatch(placed -> calls(placed.instruction(), NOTING));
        List<ClassDesc> found = new ArrayList<>();
        for (int i = 1; i < instructions.size(); i++) {
            Instruction next = instructions.get(i).instruction();
            if (calls(next, REFUSING) || notes && (calls(next, COLLECTING) || isKey(next))) {
                pushed(code, instructions.get(i - 1)).ifPresent(found::add);
            }
        }
        return found.stream().filter(ClassDesc::isClassOrInterface);
    }

    private static boolean calls(Instruction instruction, Set<String> methods) {
        return instruction instanceof InvokeInstruction call
                && methods.contains(
                        call.owner().asInternalName() + "." + call.name().stringValue());
    }

    /** The name of the next figure, after the value of one. */
    private static boolean isKey(Instruction instruction) {
        return instruction instanceof ConstantInstruction constant && constant.constantValue() instanceof String;
    }

    private static Optional<ClassDesc> pushed(CodeAttribute code, Placed placed) {
        return switch (placed.instruction()) {
            case FieldInstruction field -> Optional.of(field.typeSymbol());
            case InvokeInstruction call -> Optional.of(call.typeSymbol().returnType());
            case TypeCheckInstruction cast -> Optional.of(cast.type().asSymbol());
            case LoadInstruction load -> variable(code, load.slot(), placed.at());
            default -> Optional.empty();
        };
    }

    private static Optional<ClassDesc> variable(CodeAttribute code, int slot, int at) {
        return code.elementStream()
                .filter(LocalVariable.class::isInstance)
                .map(LocalVariable.class::cast)
                .filter(variable -> variable.slot() == slot
                        && code.labelToBci(variable.startScope()) <= at
                        && at < code.labelToBci(variable.endScope()))
                .map(LocalVariable::typeSymbol)
                .findFirst();
    }

    private static Class<?> loaded(ClassDesc type) {
        String descriptor = type.descriptorString();
        String name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        try {
            return Class.forName(name, false, EnumFigures.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;

namespace ActorTerm.Surface;

/// <summary>One member.</summary>
/// <param name="Signature">With accessibility, and static if it is; properties are their accessors.</param>
/// <param name="Overridable">A derived class may override it.</param>
/// <param name="Abstract">A derived class has to.</param>
internal sealed record MemberLine(string Type, string Signature, bool Overridable, bool Abstract)
{
    private const string OverridableMark = " [overridable]";
    private const string AbstractMark = " [abstract]";

    public static MemberLine Of(string type, MethodBase method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Constrained))}>" : "";
        var parameters = string.Join(", ", method.GetParameters().Select(SignatureText.Of));
        if (method.IsDefined(typeof(ExtensionAttribute))) parameters = "this " + parameters;
        var returned = method is MethodInfo { ReturnType: var result } ? SignatureText.Of(result) + " " : "";
        var ofInterface = method.DeclaringType!.IsInterface;
        return new MemberLine(
            type,
            $"{Access(method.IsPublic)}{Static(method.IsStatic)}{returned}{method.Name}{generic}({parameters})",
            method is { IsVirtual: true, IsFinal: false } && !ofInterface,
            method.IsAbstract && !ofInterface);
    }

    public static MemberLine Of(string type, FieldInfo field)
    {
        var value = field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "";
        return new MemberLine(
            type, $"{Access(field.IsPublic)}{Static(field.IsStatic)}field {SignatureText.Of(field.FieldType)} {field.Name}{value}", false, false);
    }

    public static MemberLine Parse(string type, string rest)
    {
        var isAbstract = rest.EndsWith(AbstractMark, StringComparison.Ordinal);
        if (isAbstract) rest = rest[..^AbstractMark.Length];
        var overridable = rest.EndsWith(OverridableMark, StringComparison.Ordinal);
        if (overridable) rest = rest[..^OverridableMark.Length];
        return new MemberLine(type, rest, overridable, isAbstract);
    }

    /// <summary>Whoever uses the other can use this instead: what may be overridden there may be here, and what must be here must be there.</summary>
    public bool Covers(MemberLine other) =>
        Signature == other.Signature && (Overridable || !other.Overridable) && (!Abstract || other.Abstract);

    public override string ToString() => $"{Type}: {Signature}{(Overridable ? OverridableMark : "")}{(Abstract ? AbstractMark : "")}";

    private static string Access(bool isPublic) => isPublic ? "public " : "protected ";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Constrained(Type parameter)
    {
        var constraints = parameter.GetGenericParameterConstraints().Select(SignatureText.Of).ToList();
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) constraints.Add("new()");
        return constraints.Count == 0 ? parameter.Name : $"{parameter.Name} : {string.Join(" & ", constraints)}";
    }
}

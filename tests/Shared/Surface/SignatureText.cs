using System.Globalization;
using System.Reflection;

namespace ActorTerm.Surface;

/// <summary>Types and parameters as text; the own engine's namespaces become Akka.NET's.</summary>
internal static class SignatureText
{
    private static readonly (string Own, string Akka)[] Namespaces =
    [
        ("ActorTerm.Actors.Event", "Akka.Event"),
        ("ActorTerm.Actors.Configuration", "Akka.Configuration"),
        ("ActorTerm.Actors.TestKit", "Akka.TestKit"),
        ("ActorTerm.Actors", "Akka.Actor"),
    ];

    /// <summary>Whether a type's text is that of an engine's type.</summary>
    public static bool IsOfEngine(string type) => type.StartsWith("Akka.", StringComparison.Ordinal);

    public static string Of(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return Of(type.GetElementType()!) + "[]";
        if (type.IsByRef) return Of(type.GetElementType()!) + "&";

        var name = type.IsNested ? Of(type.DeclaringType!) + "+" + type.Name : Namespace(type) + type.Name;
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }

    /// <summary>Names count, since arguments can be named; so do defaults and params.</summary>
    public static string Of(ParameterInfo parameter)
    {
        var text = Of(parameter.ParameterType) + " " + parameter.Name;
        if (parameter.IsDefined(typeof(ParamArrayAttribute))) text = "params " + text;
        if (parameter.HasDefaultValue) text += " = " + Convert.ToString(parameter.DefaultValue ?? "null", CultureInfo.InvariantCulture);
        return text;
    }

    private static string Namespace(Type type)
    {
        if (type.Namespace is not { } name) return "";
        foreach (var (own, akka) in Namespaces)
        {
            if (name == own || name.StartsWith(own + ".", StringComparison.Ordinal)) return akka + name[own.Length..] + ".";
        }

        return name.StartsWith("System", StringComparison.Ordinal) ? "" : name + ".";
    }
}

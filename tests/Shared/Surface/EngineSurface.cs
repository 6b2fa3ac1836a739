using System.Reflection;

namespace ActorTerm.Surface;

/// <summary>What an actor engine offers to its users, in Akka.NET's words whichever engine it is: one line per type and member.</summary>
internal static class EngineSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All that its users can name or override.</summary>
    public static IEnumerable<string> Lines(Assembly engine)
    {
        foreach (var type in engine.GetExportedTypes().OrderBy(SignatureText.Of, StringComparer.Ordinal))
        {
            yield return TypeLine.Of(type).ToString();
            foreach (var member in Members(type).Select(each => each.ToString()).Distinct().Order(StringComparer.Ordinal)) yield return member;
        }
    }

    /// <summary>What of the list the engine lacks, or has otherwise.</summary>
    public static IEnumerable<string> Missing(IEnumerable<string> list, IReadOnlyCollection<Assembly> engine)
    {
        var types = engine.SelectMany(each => each.GetExportedTypes()).ToDictionary(SignatureText.Of);
        foreach (var line in list)
        {
            var (name, rest) = Split(line);
            if (!types.TryGetValue(name, out var type)) yield return line;
            else if (!Offers(type, name, rest)) yield return line;
        }
    }

    /// <summary>A member for which this is so needs no line: every object has it.</summary>
    private static bool IsOfEveryObject(MethodBase method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "Finalize" or "op_Equality" or "op_Inequality";

    private static bool Offers(Type type, string name, string rest) => rest.StartsWith(TypeLine.Mark, StringComparison.Ordinal)
        ? TypeLine.Of(type).Covers(TypeLine.Parse(name, rest))
        : Lineage(type).SelectMany(each => Members(each)).Any(member => member.Covers(MemberLine.Parse(name, rest)));

    /// <summary>The type, its bases, and, of an interface, the interfaces it extends.</summary>
    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var each = type; each is not null; each = each.BaseType) yield return each;
        if (!type.IsInterface) yield break;
        foreach (var each in type.GetInterfaces()) yield return each;
    }

    private static IEnumerable<MemberLine> Members(Type type)
    {
        var name = SignatureText.Of(type);
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            if (IsVisible(method) && !IsOfEveryObject(method)) yield return MemberLine.Of(name, method);
        }

        foreach (var field in type.GetFields(Declared))
        {
            if ((field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName) yield return MemberLine.Of(name, field);
        }
    }

    private static bool IsVisible(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !(method.IsStatic && method.IsConstructor);

    private static (string Name, string Text) Split(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return (line[..colon], line[(colon + 2)..]);
    }
}

using System.Text.Json;

namespace ActorTerm.Cli.Tests.Rig;

/// <summary>The members of a JSON value and of those within it.</summary>
internal static class Members
{
    /// <summary>Values that scripts and programs choose: what is in them is no part of a form.</summary>
    private static readonly string[] Free = ["value", "data", "trigger", "properties"];

    /// <returns>Paths, such as <c>cursor.line</c>; all items of an array have one.</returns>
    public static IReadOnlySet<string> Of(JsonElement value)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        Add(value, "", paths);
        return paths;
    }

    private static void Add(JsonElement value, string path, SortedSet<string> paths)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Add(item, path, paths);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                    paths.Add(inner);
                    if (!Free.Contains(member.Name)) Add(member.Value, inner, paths);
                }

                break;
        }
    }
}

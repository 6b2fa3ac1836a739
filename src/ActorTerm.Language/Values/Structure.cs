using System.Runtime.InteropServices;
using System.Text.Json;

namespace ActorTerm.Language;

/// <summary>
/// Strings, arrays and objects compared by what they mean, not by how they are written: <c>[1.0, "\u0061"]</c> equals <c>[1,"a"]</c>. Below
/// <see cref="Value.MaxDepth"/> only the text counts.
/// </summary>
internal static class Structure
{
    private static readonly JsonDocumentOptions Trusting = new() { MaxDepth = int.MaxValue };

    /// <summary>Item by item; numbers as doubles, booleans as 1 and 0, objects by name in any order. Text is never taken for a number inside.</summary>
    public static bool AreEqual(Value left, Value right)
    {
        if (left == right) return true;
        if (left.TryGetString(out var a) && right.TryGetString(out var b)) return a == b;
        using var l = JsonDocument.Parse(left.Utf8, Trusting);
        using var r = JsonDocument.Parse(right.Utf8, Trusting);
        return AreEqual(l.RootElement, r.RootElement, 0);
    }

    /// <summary>Text by ordinal order; arrays by their first pair of items that differ, else the longer one is greater. Items without an order count as equal.</summary>
    public static int Compare(Value left, Value right)
    {
        if (left == right) return 0;
        if (left.TryGetString(out var a) && right.TryGetString(out var b)) return string.CompareOrdinal(a, b);
        using var l = JsonDocument.Parse(left.Utf8, Trusting);
        using var r = JsonDocument.Parse(right.Utf8, Trusting);
        return Compare(l.RootElement, r.RootElement, 0);
    }

    private static bool AreEqual(JsonElement left, JsonElement right, int depth)
    {
        if (depth > Value.MaxDepth) return Raw(left).SequenceEqual(Raw(right));
        if (TryNumber(left, out var l) && TryNumber(right, out var r)) return l == r;
        if (left.ValueKind != right.ValueKind) return false;
        return left.ValueKind switch
        {
            JsonValueKind.String => Text(left) == Text(right),
            JsonValueKind.Array => HaveEqualItems(left, right, depth + 1),
            JsonValueKind.Object => HaveEqualMembers(left, right, depth + 1),
            _ => true,   // null and null
        };
    }

    private static bool HaveEqualItems(JsonElement left, JsonElement right, int depth)
    {
        if (left.GetArrayLength() != right.GetArrayLength()) return false;
        var others = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            if (!others.MoveNext() || !AreEqual(item, others.Current, depth)) return false;
        }
        return true;
    }

    private static bool HaveEqualMembers(JsonElement left, JsonElement right, int depth)
    {
        var (ours, theirs) = (Members(left), Members(right));
        if (ours.Count != theirs.Count) return false;
        foreach (var (name, value) in ours)
        {
            if (!theirs.TryGetValue(name, out var other) || !AreEqual(value, other, depth)) return false;
        }
        return true;
    }

    private static int Compare(JsonElement left, JsonElement right, int depth)
    {
        if (depth > Value.MaxDepth) return 0;
        if (TryNumber(left, out var l) && TryNumber(right, out var r)) return l < r ? -1 : l > r ? 1 : 0;
        if (left.ValueKind != right.ValueKind) return 0;
        if (left.ValueKind == JsonValueKind.String) return string.CompareOrdinal(Text(left), Text(right));
        if (left.ValueKind != JsonValueKind.Array) return 0;

        var others = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            if (!others.MoveNext()) return 1;
            var order = Compare(item, others.Current, depth + 1);
            if (order != 0) return order;
        }
        return others.MoveNext() ? -1 : 0;
    }

    private static bool TryNumber(JsonElement element, out double number)
    {
        number = element.ValueKind == JsonValueKind.True ? 1 : 0;
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return true;
        if (element.ValueKind != JsonValueKind.Number) return false;
        number = JsonNumber.Read(Raw(element));
        return true;
    }

    // As in JSON's usual readers, the last of several members of one name counts.
    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[JsonText.Unquote([(byte)'"', .. JsonMarshal.GetRawUtf8PropertyName(member), (byte)'"'])] = member.Value;
        }
        return members;
    }

    private static string Text(JsonElement element) => JsonText.Unquote(Raw(element));

    private static ReadOnlySpan<byte> Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element);
}

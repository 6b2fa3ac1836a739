using System.Globalization;
using ActorTerm.Hocon;
using ActorTerm.Host.Configuration;

namespace ActorTerm.Host.Profiles;

/// <summary>
/// Reads the fields of one object by name and tells what is wrong with them, each with its place; a wrong field reads as if it were not there.
/// </summary>
/// <param name="what">For complaints: <c>profile work</c>.</param>
internal sealed class FieldReader(HoconObject fields, string what, ICollection<HoconException> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public Origin Origin => fields.Origin;

    /// <summary>Null when it is not there, or null.</summary>
    public HoconValue? Any(string name)
    {
        _known.Add(name);
        return fields.TryGetField(name, out var field) && field.Value is not HoconNull ? field.Value : null;
    }

    public string? Text(string name) => Any(name) switch
    {
        null => null,
        HoconScalar scalar => scalar.Text,
        var other => Complain<string>(other, $"expected a text for '{name}' of {what}, found {other.Kind}"),
    };

    public bool? Flag(string name) => Any(name) switch
    {
        null => null,
        HoconScalar { Text: "true" or "yes" or "on" } => true,
        HoconScalar { Text: "false" or "no" or "off" } => false,
        var other => Complain(other, $"expected true or false for '{name}' of {what}, found {other}") ? true : null,
    };

    public int? Number(string name, int least, int most) => Any(name) is { } value ? ToNumber(value, $"'{name}' of {what}", least, most) : null;

    /// <summary>One of some words, in any case.</summary>
    public string? Word(string name, params string[] words)
    {
        if (Any(name) is not { } value) return null;

        return value is HoconScalar scalar && Array.Find(words, word => word.Equals(scalar.Text, StringComparison.OrdinalIgnoreCase)) is { } word
            ? word
            : Complain<string>(value, $"expected one of {string.Join(", ", words)} for '{name}' of {what}, found {value}");
    }

    public HoconArray? List(string name) => Any(name) switch
    {
        null => null,
        HoconArray array => array,
        var other => Complain<HoconArray>(other, $"expected a list for '{name}' of {what}, found {other.Kind}"),
    };

    public HoconObject? Object(string name) => Any(name) switch
    {
        null => null,
        HoconObject inner => inner,
        var other => Complain<HoconObject>(other, $"expected an object for '{name}' of {what}, found {other.Kind}"),
    };

    public int? ToNumber(HoconValue value, string name, int least, int most) =>
        value is HoconScalar scalar && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Complain(value, $"expected a whole number, {least} to {most}, for {name}, found {value}") ? 0 : null;

    /// <summary>What no question was asked about is a misspelling.</summary>
    public void Finish()
    {
        foreach (var field in fields)
        {
            if (_known.Contains(field.Key)) continue;

            var nearest = _known.MinBy(known => (EditDistance.Between(field.Key, known), known));
            problems.Add(new HoconException(field.KeyOrigin, $"{what} has no '{field.Key}': the nearest is '{nearest}'"));
        }
    }

    public T? Complain<T>(HoconValue value, string text) where T : class
    {
        Complain(value, text);
        return null;
    }

    /// <returns>False.</returns>
    public bool Complain(HoconValue value, string text)
    {
        problems.Add(new HoconException(value.Origin, text));
        return false;
    }
}

using ActorTerm.Hocon;
using ActorTerm.Language;

namespace ActorTerm.Host.Profiles;

/// <summary>HOCON values as JSON, member for member: what profiles store is JSON.</summary>
internal static class HoconJson
{
    public static Value Of(HoconValue value) => value switch
    {
        HoconNull => Value.Null,
        HoconBoolean boolean => Value.Of(boolean.Value),
        HoconNumber number => Value.Parse(number.Text),
        HoconScalar text => Value.Of(text.Text),
        HoconArray array => Value.Array(array.Select(Of)),
        HoconObject inner => Value.Object(inner.Select(field => KeyValuePair.Create(field.Key, Of(field.Value)))),
        _ => throw new InvalidOperationException($"{value.Kind} is no value"),
    };
}

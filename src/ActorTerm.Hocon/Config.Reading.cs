using System.Diagnostics.CodeAnalysis;
using ActorTerm.Hocon.Converting;

namespace ActorTerm.Hocon;

/// <summary>
/// Typed reading by path expression. A getter throws <see cref="HoconException"/> when the path has no value, null, or a value of
/// another kind that does not convert; a TryGet returns false for no value and null, and still throws for another kind.
/// Conversions: HOCON.md, section "Automatic type conversions".
/// </summary>
public sealed partial class Config
{
    /// <summary>Is there a value other than null?</summary>
    public bool Has(string path) => Find(path) is not (null or HoconNull);

    /// <summary>Where the value was written.</summary>
    public Origin Origin(string path) => GetValue(path).Origin;

    /// <summary>The value as it is, null included.</summary>
    public HoconValue GetValue(string path) => Find(path) ?? throw Missing(path);

    /// <summary>A string, or a number or boolean as text.</summary>
    public string GetString(string path) => Scalars.String(Present(path), path);

    /// <summary>A whole number of 32 bits, or a string that is one; 1e3 and 2.0 are whole.</summary>
    public int GetInt(string path) => (int)Scalars.Whole(Present(path), path, int.MinValue, int.MaxValue);

    /// <summary>A whole number of 64 bits, or a string that is one.</summary>
    public long GetLong(string path) => Scalars.Whole(Present(path), path, long.MinValue, long.MaxValue);

    public double GetDouble(string path) => Scalars.Double(Present(path), path);

    /// <summary>true, yes and on; false, no and off.</summary>
    public bool GetBoolean(string path) => Scalars.Boolean(Present(path), path);

    /// <summary>A number of milliseconds, or a number and one of the units ns, us, ms, s, m, h, d or their long names.</summary>
    public TimeSpan GetDuration(string path) => Units.Duration(Present(path), path);

    /// <summary>A number of bytes, or a number and a unit: kB, MB ... are powers of 1000; K, Ki, KiB, M ... are powers of 1024.</summary>
    public long GetBytes(string path) => Units.Bytes(Present(path), path);

    /// <summary>A number of days, or a number and one of the units d, w, m, mo, y or their long names.</summary>
    public HoconPeriod GetPeriod(string path) => Units.Period(Present(path), path);

    public IReadOnlyList<string> GetStringList(string path) => Lists.Of(Present(path), path, Scalars.String);

    public IReadOnlyList<Config> GetConfigList(string path) => Lists.Of(Present(path), path, Lists.Object);

    public Config GetConfig(string path) => Lists.Object(Present(path), path);

    public bool TryGetValue(string path, [NotNullWhen(true)] out HoconValue? value) => (value = Find(path)) is not null;

    public bool TryGetString(string path, [NotNullWhen(true)] out string? value) => TryGet(path, GetString, out value);

    public bool TryGetInt(string path, out int value) => TryGet(path, GetInt, out value);

    public bool TryGetLong(string path, out long value) => TryGet(path, GetLong, out value);

    public bool TryGetDouble(string path, out double value) => TryGet(path, GetDouble, out value);

    public bool TryGetBoolean(string path, out bool value) => TryGet(path, GetBoolean, out value);

    public bool TryGetDuration(string path, out TimeSpan value) => TryGet(path, GetDuration, out value);

    public bool TryGetBytes(string path, out long value) => TryGet(path, GetBytes, out value);

    public bool TryGetPeriod(string path, out HoconPeriod value) => TryGet(path, GetPeriod, out value);

    public bool TryGetStringList(string path, [NotNullWhen(true)] out IReadOnlyList<string>? value) =>
        TryGet(path, GetStringList, out value);

    public bool TryGetConfig(string path, [NotNullWhen(true)] out Config? value) => TryGet(path, GetConfig, out value);

    public bool TryGetConfigList(string path, [NotNullWhen(true)] out IReadOnlyList<Config>? value) =>
        TryGet(path, GetConfigList, out value);

    private bool TryGet<T>(string path, Func<string, T> get, [MaybeNullWhen(false)] out T value)
    {
        var has = Has(path);
        value = has ? get(path) : default;
        return has;
    }

    private HoconValue? Find(string path)
    {
        HoconValue? value = Root;
        foreach (var key in HoconPath.Parse(path).Keys)
            value = value is HoconObject o && o.TryGetField(key, out var field) ? field.Value : null;
        return value;
    }

    private HoconValue Present(string path)
    {
        var value = GetValue(path);
        return value is HoconNull ? throw new HoconException(value.Origin, $"expected a value for '{path}', found null") : value;
    }

    /// <summary>The complaint stands at the innermost object that is there.</summary>
    private HoconException Missing(string path)
    {
        HoconValue innermost = Root;
        foreach (var key in HoconPath.Parse(path).Keys)
        {
            if (innermost is not HoconObject o || !o.TryGetField(key, out var field)) break;
            innermost = field.Value;
        }

        return new HoconException(innermost.Origin, $"expected a value for '{path}', found none");
    }
}

using System.Text.Json;

namespace ActorTerm.Language;

/// <summary>A value between operators: JSON as it came, or a double just computed, which may be infinite or NaN until it leaves the expression.</summary>
internal readonly struct Operand
{
    private readonly Value _json;
    private readonly double _number;
    private readonly bool _isComputed;

    public Operand(Value json) => _json = json;

    public Operand(double computed)
    {
        _number = computed;
        _isComputed = true;
    }

    /// <summary>A double that no JSON text stands for yet.</summary>
    public bool IsComputed => _isComputed;

    public JsonValueKind Kind => _isComputed ? JsonValueKind.Number : _json.Kind;

    public bool IsNull => !_isComputed && _json.IsNull;

    public Value ToValue() => _isComputed ? Value.Of(_number) : _json;

    public string ToDisplayString() => _isComputed ? Display.Of(_number) : _json.ToDisplayString();

    public static Operand Of(bool boolean) => new(Value.Of(boolean));

    /// <summary>A number, or a boolean as 1 or 0.</summary>
    public bool TryNumber(out double number)
    {
        number = _number;
        if (_isComputed) return true;
        if (!_json.TryGetBoolean(out var boolean)) return _json.TryGetNumber(out number);
        number = boolean ? 1 : 0;
        return true;
    }

    /// <summary>Also a string that spells a number as the language writes it, with or without a minus sign.</summary>
    public bool TryNumeric(out double number) => TryNumber(out number) || TrySpelledNumber(out number);

    private bool TrySpelledNumber(out double number)
    {
        number = 0;
        if (!_json.TryGetString(out var text) || !NumberText.IsNumber(text)) return false;
        number = JsonNumber.Read(text);
        return true;
    }
}

using System.Text;
using System.Text.Json;

namespace ActorTerm.Language;

public sealed partial class Evaluation
{
    private EvaluationError? Text(Interpolation interpolation, out Operand result)
    {
        result = default;
        var text = new StringBuilder();
        foreach (var part in interpolation.Parts)
        {
            var shown = part.Text;
            if (part.Expression is { } expression && Show(interpolation, expression, out shown) is { } error) return error;
            text.Append(shown);
            if (text.Length > _plan.MaxValueLength) return EvaluationError.ValueTooLong(_plan.MaxValueLength, interpolation.Offset);
        }
        var value = Value.Of(text.ToString());
        if (value.Text.Length > _plan.MaxValueLength) return EvaluationError.ValueTooLong(_plan.MaxValueLength, interpolation.Offset);
        result = new Operand(value);
        return null;
    }

    /// <summary>How an interpolated part reads. In lax text a bare reference that fails reads as nothing.</summary>
    private EvaluationError? Show(Interpolation interpolation, Node expression, out string shown)
    {
        shown = "";
        var isBare = expression is Reference or Element { Index: Literal };
        var error = Evaluate(expression, out var operand);
        if (error is null && isBare && operand.Kind == JsonValueKind.Object)
        {
            // Text is made of objects that calls return; a variable that holds one reads like one that is unset.
            var variable = expression as Reference ?? ((Element)expression).Array;
            error = EvaluationError.NoValue(variable.Path, "holds an object, which has no text", expression.Offset);
        }
        if (error is not null) return isBare && !interpolation.IsStrict ? null : error;

        shown = operand.ToDisplayString();
        if (_rare?.Escape is { } escape && ReferenceEquals(interpolation, _plan.Root)) shown = escape(shown);
        return null;
    }
}

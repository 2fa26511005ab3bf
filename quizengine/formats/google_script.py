"""The program that builds a form in Google Apps Script, the same for every quiz."""

SCRIPT = r"""// Builds this quiz as a Google Form.
// 1. Open https://script.google.com and choose New project.
// 2. Replace what stands there by all of this file, and save.
// 3. Choose Run and allow the script to make a form. The log shows the form's address.

const QUIZ = QUIZ_AS_JSON;

function makeQuiz() {
  const form = FormApp.create(QUIZ.title);
  form.setIsQuiz(true);
  if (QUIZ.description) form.setDescription(QUIZ.description);
  QUIZ.items.forEach((given) => addItem(form, given));
  if (typeof form.setPublished === "function") form.setPublished(true);  // new forms are hidden from students
  Logger.log("To edit: " + form.getEditUrl());
  Logger.log("For students: " + form.getPublishedUrl());
}

function addItem(form, given) {
  if (given.kind === "words") {
    form.addSectionHeaderItem().setTitle(given.title).setHelpText(given.help);
    return;
  }
  if (given.kind === "image") {
    const data = Utilities.base64Decode(given.data);
    form.addImageItem().setTitle(given.title).setImage(Utilities.newBlob(data, given.type, given.name));
    return;
  }
  const feedback = given.feedback ? FormApp.createFeedback().setText(given.feedback).build() : null;
  if (given.kind === "text" || given.kind === "number" || given.kind === "paragraph") {
    const typed = given.kind === "paragraph" ? form.addParagraphTextItem() : form.addTextItem();
    typed.setTitle(given.title).setPoints(given.points);
    if (given.kind === "number") {
      typed.setValidation(FormApp.createTextValidation().requireNumber().build());
    }
    if (feedback) typed.setGeneralFeedback(feedback);
    return;
  }
  const chosen = given.kind === "checkbox" ? form.addCheckboxItem()
    : given.kind === "list" ? form.addListItem() : form.addMultipleChoiceItem();
  chosen.setTitle(given.title).setPoints(given.points);
  chosen.setChoices(given.choices.map(([text, right]) => chosen.createChoice(text, right)));
  if (feedback) {
    chosen.setFeedbackForCorrect(feedback);
    chosen.setFeedbackForIncorrect(feedback);
  }
}
"""
